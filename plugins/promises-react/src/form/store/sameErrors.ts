import type { FieldError } from '@promissory/plugin-promises-common';

/** Whether two lists tell the same errors in the same order. */
export function sameErrors(
  one: readonly FieldError[],
  other: readonly FieldError[],
): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ path, message }, index) =>
        path === other[index].path && message === other[index].message,
    )
  );
}
