import type { CelDuration } from './CelDuration';
import { printFraction } from './printFraction';

const SECOND = 1_000_000_000n;

/** A duration in seconds: `5400s`, `0.5s`. */
export function printDuration({ nanoseconds }: CelDuration): string {
  const sign = nanoseconds < 0n ? '-' : '';
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  return `${sign}${size / SECOND}${printFraction(size % SECOND)}s`;
}
