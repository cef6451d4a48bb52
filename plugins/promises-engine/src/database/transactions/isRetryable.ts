const RETRYABLE = [
  /** Postgres: deadlock detected. */
  '40P01',
  /** Postgres: could not serialize access. */
  '40001',
];

/** Whether the database gave up a transaction that would succeed when it is run again. */
export function isRetryable(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return (
    typeof code === 'string' &&
    (RETRYABLE.includes(code) ||
      code.startsWith('SQLITE_BUSY') ||
      code.startsWith('SQLITE_LOCKED'))
  );
}
