import type { CheckResult } from './types.ts';

/**
 * What to count for something that this machine lacks: skipped with the way to get it, and with CI=true a failure,
 * since a machine that judges has to have everything.
 */
export function missing(what: string, hint: string): CheckResult {
  const note = `${what} was not found: ${hint}`;
  return process.env.CI === 'true'
    ? { passed: 0, failed: 1, skipped: 0, notes: [note] }
    : { passed: 0, failed: 0, skipped: 1, notes: [note] };
}
