import type { RequestStateName } from '@promissory/plugin-promises-common';
import type { RequestSnapshot } from '../plan/snapshot';
import type {
  PlacementFacts,
  Schedule,
  UnscheduledGroup,
} from '../scheduling/types';
import type { DerivedState } from './deriveRequestState';

/** The state after a workflow has succeeded: how much of what it wants written is written. */
export function deriveDeliveryState(
  { request, configureRun, placements }: RequestSnapshot,
  difference: Schedule,
): DerivedState {
  const settledBefore =
    request.deliveredGeneration !== undefined &&
    request.deliveredGeneration === configureRun?.generation;
  const open = placements.filter(({ state }) => state !== 'Removed');
  const failing = open.find(({ state }) => state === 'Failed');
  if (failing) {
    return {
      ...stateOf(
        settledBefore ? 'Degraded' : 'Delivering',
        failing.reason ?? 'WorksFailing',
        describeFailure(failing),
      ),
      detail: failing.nextTryAt ? { nextTryAt: failing.nextTryAt } : {},
    };
  }
  const [unscheduled] = difference.unscheduled;
  if (unscheduled) {
    return stateOf(
      request.deliveredGeneration === undefined ? 'Pending' : 'Degraded',
      'UnscheduledWorkloads',
      describeUnscheduled(unscheduled),
    );
  }
  const pending = open.filter(isPending);
  const moving = pending.length + difference.place.length;
  if (moving > 0 || difference.remove.length > 0) {
    return stateOf(
      'Delivering',
      'WorksPending',
      pending[0]?.message ||
        `${open.length - pending.length} of ${Math.max(
          open.length,
          moving,
        )} placements are in place`,
    );
  }
  const misplaced = open.filter(placement => placement.misplaced);
  if (misplaced.length > 0) {
    return stateOf(
      'Degraded',
      'WorksMisplaced',
      `Destination ${misplaced[0].destination} no longer matches the selectors; what is there is kept up to date`,
    );
  }
  return stateOf(
    'Delivered',
    'Reconciled',
    open.length > 0
      ? `Written to ${[...new Set(open.map(p => p.destination))].join(', ')}`
      : 'There was nothing to write',
  );
}

function isPending({
  state: name,
  removing,
  desiredHash,
  writtenHash,
}: PlacementFacts): boolean {
  return name !== 'Written' || removing || desiredHash !== writtenHash;
}

function describeFailure({
  removing,
  destination,
  message,
}: PlacementFacts): string {
  const verb = removing ? 'removed from' : 'written to';
  return `Files cannot be ${verb} ${destination}: ${
    message ?? 'no cause is known'
  }`;
}

function describeUnscheduled(group: UnscheduledGroup): string {
  const labels = Object.entries(group.labels).map(([k, v]) => `${k}=${v}`);
  const which = labels.length > 0 ? ` with ${labels.join(', ')}` : '';
  const files =
    group.directory === '.' ? '' : ` for directory ${group.directory}`;
  return group.unusable.length > 0
    ? `No Destination${which} can be used${files}: ${group.unusable.join('; ')}`
    : `There is no Destination${which}${files}`;
}

function stateOf(
  name: RequestStateName,
  reason: string,
  message: string,
): DerivedState {
  return { name, reason, message, detail: {} };
}
