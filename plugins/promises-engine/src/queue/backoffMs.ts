const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** How long to wait after so many failures in a row, this one included: doubling, at most a minute, half of it random. */
export function backoffMs(options: {
  readonly failures: number;
  /** From 0 to 1. */
  readonly random: number;
}): number {
  const exponent = Math.min(Math.max(options.failures - 1, 0), 20);
  const longest = Math.min(FIRST_MS * 2 ** exponent, LONGEST_MS);
  return Math.round(longest * (0.5 + options.random / 2));
}
