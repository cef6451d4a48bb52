import type { Violation } from './Violation';

const BLOCKING: readonly string[] = [
  'FieldValueRequired',
  'FieldValueTypeInvalid',
  'FieldValueNotSupported',
  'FieldValueTooLong',
  'FieldValueTooMany',
];

/** Whether rules are not checked because of a violation: they could not trust the types of the data. */
export function isBlocking({ reason }: Violation): boolean {
  return BLOCKING.includes(reason);
}
