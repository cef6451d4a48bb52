import { CustomErrorBase } from '@backstage/errors';
import type { FieldError } from '@promissory/plugin-promises-common';

/** The body is readable and wrong: 422, with one entry for each path that is. */
export class UnprocessableContentError extends CustomErrorBase {
  name = 'UnprocessableContentError' as const;
  readonly statusCode = 422;
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    super(errors.map(({ path, message }) => `${path}: ${message}`).join('; '));
    this.errors = errors;
  }
}
