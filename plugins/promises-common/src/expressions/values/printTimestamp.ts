import type { CelTimestamp } from './CelTimestamp';
import { printFraction } from './printFraction';

const SECOND = 1_000_000_000n;

/** A moment as in RFC 3339, in UTC. */
export function printTimestamp({ nanoseconds }: CelTimestamp): string {
  const fraction = ((nanoseconds % SECOND) + SECOND) % SECOND;
  const seconds = (nanoseconds - fraction) / SECOND;
  const date = new Date(Number(seconds) * 1000).toISOString();
  return `${date.slice(0, 19)}${printFraction(fraction)}Z`;
}
