import { canaryFiles } from '../destination/canaryFiles';
import { claimPath } from '../destination/claim';
import type { TreeChange } from '../git/types';
import { formerRoot } from '../placement/formerRoot';
import { placementChange } from '../placement/placementChange';
import type { DuePlacement, PlacementProblem } from '../placement/types';
import type { CommittedPlacement } from './commitMessage';

/** What a batch changes in the store, and what of it cannot be written. */
export interface BatchChange {
  readonly change: TreeChange;
  readonly committed: readonly CommittedPlacement[];
  readonly problems: readonly PlacementProblem[];
}

/** Puts the changes of many placements together. Folders are emptied before anything is written, whatever the order. */
export function batchChange(options: {
  readonly placements: readonly DuePlacement[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** Root of each Destination by its name. */
  readonly roots: ReadonlyMap<string, string>;
  /** Folders that a placement that stays has too: they are not removed. */
  readonly livePaths: ReadonlySet<string>;
}): BatchChange {
  const removals: string[] = [];
  const writes: TreeChange['writes'][number][] = [];
  const committed: CommittedPlacement[] = [];
  const problems: PlacementProblem[] = [];
  for (const placement of options.placements) {
    const { row, desired } = placement;
    if (row.removing && options.livePaths.has(row.path)) {
      continue;
    }
    const change = placementChange({
      placement,
      root: options.roots.get(row.destination),
      contents: options.contents,
    });
    if ('reason' in change) {
      problems.push(change);
      continue;
    }
    removals.push(...change.removals);
    if (row.removing) {
      removals.push(...leftBehind(placement, options.roots));
    }
    writes.push(...change.writes);
    committed.push({
      id: row.id,
      name: row.name,
      removal: desired.length === 0,
    });
  }
  return { change: { removals, writes }, committed, problems };
}

/** Claim and test documents of the folder that a Destination has left, unless another one is there now. */
function leftBehind(
  { row }: DuePlacement,
  roots: ReadonlyMap<string, string>,
): readonly string[] {
  const root = formerRoot(row);
  return root === undefined || [...roots.values()].includes(root)
    ? []
    : [
        claimPath(root),
        ...canaryFiles({ root, mode: 'nestedByMetadata' }).map(
          ({ path }) => path,
        ),
      ];
}
