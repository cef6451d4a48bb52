import type { Side } from './Side';

const BEGIN_LINE = 1;
const END_LINE = 2;
const BEGIN_TEXT = 4;
const END_TEXT = 8;
const WORD_BOUNDARY = 16;
const NO_WORD_BOUNDARY = 32;

/** Whether the assertions of a set of flags (`^`, `$`, `\b`, …) hold between two sides. */
export function holdsAt(flags: number, previous: Side, next: Side): boolean {
  const isBoundary = (previous === 'word') !== (next === 'word');
  const begins = previous === 'none';
  const ends = next === 'none';
  const refused =
    (flags & BEGIN_TEXT && !begins) ||
    (flags & END_TEXT && !ends) ||
    (flags & BEGIN_LINE && !begins && previous !== 'newline') ||
    (flags & END_LINE && !ends && next !== 'newline') ||
    (flags & WORD_BOUNDARY && !isBoundary) ||
    (flags & NO_WORD_BOUNDARY && isBoundary);
  return !refused;
}
