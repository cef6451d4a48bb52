import type { RequestState } from '@promissory/plugin-promises-common';

/** Whether broken rules are why the request is as it is, and are known one by one. */
export function hasBrokenRules(
  state: Pick<RequestState, 'reason' | 'violations'>,
): boolean {
  return (
    state.reason === 'PolicyViolation' &&
    (state.violations ?? []).some(({ severity }) => severity === 'error')
  );
}
