import type { FieldError } from '@promissory/plugin-promises-common';

const TOLD = 10;

/** Errors in words, each with its path. */
export function describeFieldErrors(errors: readonly FieldError[]): string {
  const told = errors
    .slice(0, TOLD)
    .map(({ path, message }) => (path ? `${path}: ${message}` : message));
  const more = errors.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
