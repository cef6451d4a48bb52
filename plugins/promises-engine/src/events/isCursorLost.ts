/**
 * Whether events after a position may be missing from what is kept: they were removed by age, or the log is another one
 * than that of the cursor. Positions can have gaps, so this errs towards yes.
 */
export function isCursorLost(options: {
  readonly after: string;
  /** Lowest position kept; none when the log is empty. */
  readonly oldest: bigint | undefined;
  readonly newest: bigint | undefined;
}): boolean {
  const after = BigInt(options.after);
  if (after === 0n) {
    return false;
  }
  const { oldest, newest } = options;
  if (oldest === undefined || newest === undefined) {
    return true;
  }
  return after < oldest - 1n || after > newest;
}
