import { isPredicate } from './isPredicate';
import { readablePath } from './readablePath';

/** A message with the name of what it is about in front: `spec.size is required`, `spec.size: Gold is sold out`. */
export function namedError(name: string, message: string): string {
  return readablePath(name) + (isPredicate(message) ? ' ' : ': ') + message;
}
