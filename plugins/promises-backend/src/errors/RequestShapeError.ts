import { CustomErrorBase } from '@backstage/errors';
import type { FieldError } from '@promissory/plugin-promises-common';

/** A request that is not what the OpenAPI document says: 400, with one entry for each path that is not. */
export class RequestShapeError extends CustomErrorBase {
  name = 'InputError' as const;
  readonly statusCode = 400;
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[], fallback: string) {
    super(
      errors.length
        ? errors.map(each => `${each.path}: ${each.message}`).join('; ')
        : fallback,
    );
    this.errors = errors;
  }
}
