import { isError } from '@backstage/errors';
import { isRetryable } from './isRetryable';

const CODES = [
  /** Postgres: canceled, as by a statement timeout. */
  '57014',
  /** Postgres: a lock is not to be had. */
  '55P03',
  /** Postgres: read only, as one that was demoted. */
  '25006',
];

/**
 * Whether a failure says something of the database and nothing of what was asked of it: away, too busy, too small. Such
 * failures are not held against work.
 */
export function isDatabaseTrouble(error: unknown): boolean {
  if (isRetryable(error)) return true;
  if (!isError(error)) return false;
  const { code, name, message } = error;
  return (
    name === 'KnexTimeoutError' ||
    /timeout expired$|timeout exceeded when trying to connect/.test(message) ||
    // Class 53 of Postgres: too many clients, no memory, no disk.
    (typeof code === 'string' &&
      (CODES.includes(code) || /^53\w{3}$/.test(code)))
  );
}
