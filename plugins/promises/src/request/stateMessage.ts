import type { RequestState } from '@promissory/plugin-promises-common';

/** Why a request is as it is. Broken rules are only counted: the page lists them, each with its field. */
export function stateMessage(state: RequestState): string {
  const errors = (state.violations ?? []).filter(
    ({ severity }) => severity === 'error',
  ).length;
  if (state.reason !== 'PolicyViolation' || errors === 0) {
    return state.message;
  }
  return errors === 1
    ? 'It breaks a rule. Below is which one, and what to change.'
    : `It breaks ${errors} rules. Below is which ones, and what to change.`;
}
