import { isError, ResponseError } from '@backstage/errors';

/** Whether an answer says that the token is no longer taken; a missing right is something else. */
export function isSessionEnd(error: unknown): boolean {
  if (error instanceof ResponseError) return error.statusCode === 401;
  return isError(error) && error.name === 'AuthenticationError';
}
