import { isPredicate } from './isPredicate';

/** A message with the name of what it is about in front: `spec.size is required`, `spec.size: Gold is sold out`. */
export function namedError(name: string, message: string): string {
  return name + (isPredicate(message) ? ' ' : ': ') + message;
}
