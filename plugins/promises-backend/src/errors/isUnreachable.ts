import { isError, ResponseError } from '@backstage/errors';

const STATUSES = [502, 503, 504];
const CODES = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN'];
/** Libraries that fetch wrap the cause of a failure a few times. */
const DEPTH = 5;

/** Whether another plugin that was asked, for example auth or permission, is starting or cannot be reached. */
export function isUnreachable(error: unknown): boolean {
  for (let at = error, depth = 0; isError(at) && depth < DEPTH; depth++) {
    if (at instanceof ResponseError) return STATUSES.includes(at.statusCode);
    if (typeof at.code === 'string' && CODES.includes(at.code)) return true;
    at = at.cause;
  }
  return false;
}
