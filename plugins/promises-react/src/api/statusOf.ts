import { ResponseError } from '@backstage/errors';

/** The HTTP status behind an error, undefined where no answer came. @public */
export function statusOf(error: unknown): number | undefined {
  return error instanceof ResponseError
    ? error.statusCode ?? error.response.status
    : undefined;
}
