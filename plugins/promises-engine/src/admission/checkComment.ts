import type { FieldError } from '@promissory/plugin-promises-common';
import { fieldError } from './fieldError';

/** A comment is kept as text, and text in Postgres has no NUL. */
export function checkComment(comment: string | undefined): FieldError[] {
  return comment?.includes('\u0000')
    ? [fieldError('comment', 'Invalid', 'has a NUL character')]
    : [];
}
