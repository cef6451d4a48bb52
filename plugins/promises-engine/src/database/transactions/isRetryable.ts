import { isConnectionLost } from './isConnectionLost';

const RETRYABLE = [
  /** Postgres: deadlock detected. */
  '40P01',
  /** Postgres: could not serialize access. */
  '40001',
];

/** Whether the database gave up what would succeed when it is run again, or was away. */
export function isRetryable(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return (
    isConnectionLost(error) ||
    (typeof code === 'string' &&
      (RETRYABLE.includes(code) ||
        code.startsWith('SQLITE_BUSY') ||
        code.startsWith('SQLITE_LOCKED')))
  );
}
