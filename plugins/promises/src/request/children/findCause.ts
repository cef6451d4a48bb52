import type {
  ChildRequest,
  RequestState,
  RequestStateName,
} from '@promissory/plugin-promises-common';

/** In which state the child is that a reason of its parent means. */
const BLAMED: ReadonlyMap<string, RequestStateName> = new Map([
  ['ChildFailed', 'Failed'],
  ['ChildDegraded', 'Degraded'],
  ['ChildDeleting', 'Deleting'],
  ['ChildSuspended', 'Suspended'],
  ['ChildPaused', 'Paused'],
]);

/**
 * The children that a parent's state is because of, from its own child down to where the trouble began. Empty where its
 * state has another cause.
 */
export function findCause(
  state: Pick<RequestState, 'reason'>,
  children: readonly ChildRequest[],
): readonly ChildRequest[] {
  const stateName = BLAMED.get(state.reason);
  const blamed =
    children.find(child => child.problem?.reason === state.reason) ??
    children.find(child => stateName && child.state?.name === stateName);
  return blamed
    ? [
        blamed,
        ...(blamed.state ? findCause(blamed.state, blamed.children) : []),
      ]
    : [];
}
