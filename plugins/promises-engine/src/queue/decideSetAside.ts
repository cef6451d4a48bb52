const FAILURES = 20;
const FAILING_MS = 3_600_000;
/** Fewer failures are not again and again, however long each took. */
const FEWEST_FAILURES = 3;
/** A worker that is killed takes with it what it worked on, whoever was to blame. */
const ABANDONED = 10;
/** For ever: as text it comes after every time. */
export const UNTIL_ASKED = new Date('9999-12-31T00:00:00.000Z');
const SLOWLY_MS = 3_600_000;

/** Whether work has failed so often that it is set aside: 20 times in a row, or for an hour. */
export function isPoisoned(options: {
  /** in a row, this one included */
  readonly failures: number;
  /** since the first of them */
  readonly failingMs: number;
}): boolean {
  const { failures, failingMs } = options;
  return (
    failures >= FAILURES ||
    (failures >= FEWEST_FAILURES && failingMs >= FAILING_MS)
  );
}

/** Whether work seems to end the process that takes it up: 10 times in a row nobody heard of its worker again. */
export function isDeadly(abandoned: number): boolean {
  return abandoned >= ABANDONED;
}

/**
 * When work that is set aside is taken up again. A request waits for somebody who asks; what a whole Promise or state
 * store waits for is tried once an hour, so that a fault that mends itself is noticed.
 */
export function setAsideUntil(
  kind: string,
  now: Date,
): { readonly runAt: Date; readonly toldAt: Date | undefined } {
  return kind === 'request'
    ? { runAt: UNTIL_ASKED, toldAt: undefined }
    : { runAt: new Date(now.getTime() + SLOWLY_MS), toldAt: now };
}
