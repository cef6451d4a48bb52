import type { FieldError } from '@promissory/plugin-promises-common';
import { UnprocessableContentError } from '../errors/UnprocessableContentError';

/** Throws where anything is wrong, telling all of it. */
export function refuseErrors(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new UnprocessableContentError(errors);
}
