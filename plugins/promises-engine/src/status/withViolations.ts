import type { RequestSnapshot } from '../plan/snapshot';
import type { DerivedState } from './deriveRequestState';

/** A state with the rules that the newest run found broken, whatever the state: a warning is told of what is delivered too. */
export function withViolations(
  state: DerivedState,
  { configureRun, deleteRun }: RequestSnapshot,
): DerivedState {
  const violations = (deleteRun ?? configureRun)?.violations?.flat() ?? [];
  return violations.length > 0 && state.name !== 'Deleted'
    ? { ...state, detail: { ...state.detail, violations } }
    : state;
}
