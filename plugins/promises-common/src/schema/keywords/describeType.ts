import type { ValueKind } from '../values/kindOf';

const WORDS: Readonly<Record<ValueKind, string>> = {
  null: 'null',
  boolean: 'true or false',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'an object',
};

/** A type in words. */
export function describeType(kind: ValueKind): string {
  return WORDS[kind];
}
