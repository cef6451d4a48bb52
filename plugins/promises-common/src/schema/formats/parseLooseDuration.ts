import { parseGoDuration } from './parseGoDuration';

const SECOND = 1_000_000_000n;
const DAY = 86_400n * SECOND;
const PART = /([0-9]+)\s*([A-Za-zµ]+)/g;

interface Unit {
  readonly names: readonly string[];
  /** Anything that starts like this is the unit too. */
  readonly prefix: string;
  readonly nanoseconds: bigint;
}

const UNITS: readonly Unit[] = [
  { names: ['ns'], prefix: 'nano', nanoseconds: 1n },
  { names: ['us', 'µs'], prefix: 'micro', nanoseconds: 1_000n },
  { names: ['ms'], prefix: 'milli', nanoseconds: 1_000_000n },
  { names: ['s'], prefix: 'sec', nanoseconds: SECOND },
  { names: ['m'], prefix: 'min', nanoseconds: 60n * SECOND },
  { names: ['h', 'hr'], prefix: 'hour', nanoseconds: 3600n * SECOND },
  { names: ['d'], prefix: 'day', nanoseconds: DAY },
  { names: ['w', 'wk'], prefix: 'week', nanoseconds: 7n * DAY },
];

/**
 * The nanoseconds of a text of format duration: a duration of Go, or numbers with the names of units anywhere in the
 * text (`2d`, `3 minutes`); undefined where there is no unit.
 */
export function parseLooseDuration(text: string): bigint | undefined {
  const exact = parseGoDuration(text);
  if (exact !== undefined) return exact;
  let total: bigint | undefined;
  for (const [, count, name] of text.matchAll(PART)) {
    const unit = name.toLowerCase();
    for (const { names, prefix, nanoseconds } of UNITS)
      if (names.includes(unit) || unit.startsWith(prefix))
        total = (total ?? 0n) + BigInt(count) * nanoseconds;
  }
  return total;
}
