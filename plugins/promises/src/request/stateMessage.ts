import type { RequestState } from '@promissory/plugin-promises-common';

/**
 * Why a request is as it is. Broken rules are only counted: the page lists them, each with its field. A rule that many
 * documents break counts once.
 */
export function stateMessage(state: RequestState): string {
  const errors = new Set(
    (state.violations ?? [])
      .filter(({ severity }) => severity === 'error')
      .map(({ policy, rule }) => JSON.stringify([policy, rule])),
  ).size;
  if (state.reason !== 'PolicyViolation' || errors === 0) {
    return state.message;
  }
  return errors === 1
    ? 'It breaks a rule. Below is which one, and what to change.'
    : `It breaks ${errors} rules. Below is which ones, and what to change.`;
}
