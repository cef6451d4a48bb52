import type { PolicyViolation } from '@promissory/plugin-promises-common';

/** Violations that a message lists. */
const LISTED = 20;

/** A violation in one line: what is to blame, what is wrong, which rule says so. */
export function printViolation(violation: PolicyViolation): string {
  const { rule, policy, message, path, file, document } = violation;
  const where = [path, document && file ? `${document} in ${file}` : file]
    .filter(part => part !== undefined)
    .join(', ');
  const source = policy === undefined ? rule : `${policy}/${rule}`;
  return `${where ? `${where}: ` : ''}${message} (${source})`;
}

/** What a step that failed says: all errors, as many as fit. */
export function printViolations(
  violations: readonly PolicyViolation[],
): string {
  const more = violations.length - LISTED;
  return [
    ...violations.slice(0, LISTED).map(printViolation),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('; ');
}
