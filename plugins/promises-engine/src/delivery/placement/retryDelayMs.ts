const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Pause after so many failures in a row, milliseconds. */
export function retryDelayMs(attempts: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, attempts - 1), LONGEST_MS);
}
