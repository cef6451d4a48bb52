import { CustomErrorBase } from '@backstage/errors';

/** The request is not in the state that the caller saw: a change without If-Match, or with another one. Answered as 412. */
export class PreconditionFailedError extends CustomErrorBase {
  name = 'PreconditionFailedError' as const;
  readonly statusCode = 412;
}
