/** Columns of work whose failures are forgotten, and which is no longer set aside. */
export const WITHOUT_FAILURES = {
  attempts: 0,
  abandoned: 0,
  last_error: null,
  failing_since: null,
  set_aside_at: null,
} as const;
