import type { PlacementRow } from '../../database/rows/rows';
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
  /** Folders that Destinations have left and others have claimed: what was there is not ours any more. */
  readonly foreignRoots: ReadonlySet<string>;
}): BatchChange {
  const removals: string[] = [];
  const writes: TreeChange['writes'][number][] = [];
  const committed: CommittedPlacement[] = [];
  const problems: PlacementProblem[] = [];
  for (const placement of options.placements) {
    const { row, desired } = placement;
    const left = leftRoot(row, options.roots);
    if (
      (row.removing && options.livePaths.has(row.path)) ||
      (left !== undefined && options.foreignRoots.has(left))
    ) {
      continue;
    }
    const change = placementChange({
      placement,
      root: options.roots.get(row.destination),
      contents: options.contents,
    });
    if ('reason' in change) {
      const wanted = {
        desiredHash: row.desired_hash,
        removing: Boolean(row.removing),
      };
      problems.push({ ...change, wanted });
      continue;
    }
    removals.push(...change.removals);
    if (left !== undefined) {
      removals.push(...ownFiles(left));
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

/** The folder of a Destination that has left it and from which a placement is to be removed, if it is so. */
export function leftRoot(
  row: Pick<PlacementRow, 'path' | 'request_uid' | 'removing'>,
  /** Root of each Destination that is there now, by its name. */
  roots: ReadonlyMap<string, string>,
): string | undefined {
  const root = row.removing ? formerRoot(row) : undefined;
  return root !== undefined && [...roots.values()].includes(root)
    ? undefined
    : root;
}

/** Claim and test documents of a Destination. */
function ownFiles(root: string): readonly string[] {
  return [
    claimPath(root),
    ...canaryFiles({ root, mode: 'nestedByMetadata' }).map(({ path }) => path),
  ];
}
