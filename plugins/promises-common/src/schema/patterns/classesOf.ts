import type { Side } from './Side';

const WORD: ReadonlyArray<readonly [number, number]> = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const NEWLINE = 10;

/** The classes of the characters in ranges, which are given as from, to, from, to. */
export function classesOf(ranges: readonly number[]): ReadonlySet<Side> {
  const classes = new Set<Side>();
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const from = ranges[at];
    const to = ranges[at + 1];
    const words = WORD.reduce(
      (count, [first, last]) =>
        count + Math.max(0, Math.min(to, last) - Math.max(from, first) + 1),
      0,
    );
    const newlines = from <= NEWLINE && NEWLINE <= to ? 1 : 0;
    if (words > 0) classes.add('word');
    if (newlines > 0) classes.add('newline');
    if (to - from + 1 > words + newlines) classes.add('other');
  }
  return classes;
}
