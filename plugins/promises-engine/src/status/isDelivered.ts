import { desiredRun, isOutdated } from '../plan/desiredRun';
import type { RequestSnapshot } from '../plan/snapshot';
import type { Schedule } from '../scheduling/types';

/** Whether the newest run is the right one and everything that it wants is written, and nothing else. */
export function isDelivered(
  snapshot: RequestSnapshot,
  difference: Schedule,
): boolean {
  const { configureRun: run, placements } = snapshot;
  const desired = desiredRun(snapshot);
  return (
    run?.state === 'Succeeded' &&
    (desired === undefined || !isOutdated(run, desired)) &&
    difference.place.length === 0 &&
    difference.remove.length === 0 &&
    difference.unscheduled.length === 0 &&
    placements.every(
      ({ state, removing, desiredHash, writtenHash }) =>
        state === 'Removed' ||
        (state === 'Written' && !removing && desiredHash === writtenHash),
    )
  );
}
