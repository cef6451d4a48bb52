import { CelDuration } from './CelDuration';
import { CelTimestamp } from './CelTimestamp';
import { compareNumbers } from './compareNumbers';
import { compareTexts } from './compareTexts';
import { isBytes } from './isBytes';

/** The order of two values that can be ordered; undefined where CEL has no such overload. */
export function compareValues(
  left: unknown,
  right: unknown,
): number | undefined {
  if (typeof left === 'string' && typeof right === 'string')
    return compareTexts(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean')
    return Number(left) - Number(right);
  const sameMoment =
    (left instanceof CelTimestamp && right instanceof CelTimestamp) ||
    (left instanceof CelDuration && right instanceof CelDuration);
  if (sameMoment) return compareNumbers(left.nanoseconds, right.nanoseconds);
  if (isBytes(left) && isBytes(right)) {
    const index = left.findIndex((byte, at) => byte !== right[at]);
    return index < 0 || index >= right.length
      ? Math.sign(left.length - right.length)
      : Math.sign(left[index] - right[index]);
  }
  return compareNumbers(left, right);
}
