import type { FieldError } from '@promissory/plugin-promises-common';
import { fieldError } from './fieldError';

const DEPTH = 100;

/**
 * What JSON can say and no later step should have to think of: nesting that overflows a stack, keys that reach for a
 * prototype, numbers that are none. Walks with a list, not by recursion.
 */
export function checkShape(value: unknown, root: string): FieldError[] {
  const errors: FieldError[] = [];
  const rest: Array<{ value: unknown; path: string; depth: number }> = [
    { value, path: root, depth: 1 },
  ];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { path, depth } = next;
    if (typeof next.value === 'number' && !Number.isFinite(next.value)) {
      errors.push(
        fieldError(path, 'Invalid', 'this number is too large to be kept'),
      );
    } else if (isRounded(next.value)) {
      errors.push(
        fieldError(
          path,
          'Invalid',
          'a whole number beyond 2^53 would be rounded; use a text, or a smaller one',
        ),
      );
    }
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (depth > DEPTH) {
      errors.push(
        fieldError(path, 'Invalid', `nested deeper than ${DEPTH} levels`),
      );
      return errors;
    }
    const isList = Array.isArray(next.value);
    for (const [key, child] of Object.entries(next.value)) {
      const childPath = isList ? `${path}[${key}]` : `${path}.${key}`;
      if (key === '__proto__') {
        errors.push(fieldError(childPath, 'Forbidden', 'no name for a field'));
        continue;
      }
      rest.push({ value: child, path: childPath, depth: depth + 1 });
    }
  }
  return errors;
}

/** Whole numbers of 64 bits that JSON.parse does not keep as they were written. */
function isRounded(value: unknown): boolean {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    !Number.isSafeInteger(value) &&
    Math.abs(value) <= 2 ** 63
  );
}
