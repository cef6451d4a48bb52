import type { StructuralSchema } from '../../schema';

/** Patterns of durations as Go writes them: a number and a unit, repeated. */
const UNITS =
  /\((?:\?:)?(?:h\|m\|s|ms\|s\|m|ns\|us|ms\|h|m\|h|h\|m|s\|m\|h)[a-zµ|]*\)/;

/** Whether a text is a duration: `1h30m`. */
export function isDuration({ format, pattern }: StructuralSchema): boolean {
  return (
    format === 'duration' ||
    (pattern !== undefined && pattern.includes('[0-9]') && UNITS.test(pattern))
  );
}
