import { isPredicate } from './isPredicate';

/** A message at a field: one that goes on from its name becomes a sentence, any other stays as it is. */
export function errorSentence(name: string, message: string): string {
  return isPredicate(message) ? `${name} ${message}` : message;
}
