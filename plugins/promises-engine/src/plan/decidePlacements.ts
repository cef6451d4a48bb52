import { schedule } from '../scheduling/schedule';
import type { PlacementOwner } from '../scheduling/types';
import type { Action, WorkflowSnapshot } from './types';

/** Brings placements in line with Works and Destinations; undefined where they are. */
export function decidePlacements(
  snapshot: WorkflowSnapshot,
  owner: PlacementOwner,
): Action | undefined {
  const { works, placements, destinations } = snapshot;
  const removed = placements.filter(({ state }) => state === 'Removed');
  if (removed.length > 0) {
    return {
      kind: 'forgetPlacements',
      placementIds: removed.map(({ id }) => id),
    };
  }
  const difference = schedule({ owner, works, placements, destinations });
  return difference.place.length > 0 || difference.remove.length > 0
    ? { kind: 'schedule', schedule: difference }
    : undefined;
}
