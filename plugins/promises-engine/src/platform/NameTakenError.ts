import { CustomErrorBase } from '@backstage/errors';
import type { FieldError } from '@promissory/plugin-promises-common';

/** Another request has the name: a conflict that choosing another name resolves. Answered as 409. */
export class NameTakenError extends CustomErrorBase {
  name = 'ConflictError' as const;
  readonly statusCode = 409;
  readonly errors: readonly FieldError[];

  constructor(message: string) {
    super(message);
    this.errors = [
      { path: 'metadata.name', reason: 'FieldValueDuplicate', message },
    ];
  }
}
