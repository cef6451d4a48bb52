import type { PolicyViolation } from '@promissory/plugin-promises-common';

/** How many violations there are, for example `2 errors, 1 warning`. */
export function countViolations(
  violations: readonly PolicyViolation[],
): string {
  return (['error', 'warning'] as const)
    .map(severity => {
      const count = violations.filter(each => each.severity === severity);
      return { severity, count: count.length };
    })
    .filter(({ count }) => count > 0)
    .map(
      ({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`,
    )
    .join(', ');
}
