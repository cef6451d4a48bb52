import type { Verdict } from '../store/types';
import type { DuePlacement, PlacementProblem } from './types';

/** Due placements by what can be done with them. */
export interface PartitionedPlacements {
  readonly admitted: readonly DuePlacement[];
  /** Their Destination takes nothing for now. */
  readonly waiting: readonly PlacementProblem[];
  /** Their Destination is gone, and with it the duty to remove anything. */
  readonly orphaned: readonly DuePlacement[];
}

/** Decides by the Destinations which placements go into a batch. */
export function partitionDue(
  due: readonly DuePlacement[],
  /** By the Destination's name. */
  verdicts: ReadonlyMap<string, Verdict>,
): PartitionedPlacements {
  const admitted: DuePlacement[] = [];
  const waiting: PlacementProblem[] = [];
  const orphaned: DuePlacement[] = [];
  for (const placement of due) {
    const { id, destination, removing } = placement.row;
    const verdict = verdicts.get(destination);
    if (!verdict) {
      if (removing) {
        orphaned.push(placement);
      } else {
        waiting.push({
          id,
          reason: 'DestinationNotFound',
          message: `Destination ${destination} is not in the catalog, or its spec is not valid`,
        });
      }
    } else if (verdict.ready || (removing && mayRemove(verdict))) {
      admitted.push(placement);
    } else {
      waiting.push({ id, reason: verdict.reason, message: verdict.message });
    }
  }
  return { admitted, waiting, orphaned };
}

/** Files may go from where nothing may be written any more. */
export function mayRemove({ reason }: Verdict): boolean {
  return reason === 'DestinationRemoving' || reason === 'DestinationMoved';
}
