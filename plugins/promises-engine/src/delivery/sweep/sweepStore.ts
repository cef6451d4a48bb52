import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { PlacementRow } from '../../database/rows/rows';
import { destinationPaths } from '../destination/planDestinations';
import type { StoreDestination } from '../destination/types';
import type { GitRepository } from '../git/GitRepository';
import { isBelow } from '../git/isBelow';
import type { GitAuthor } from '../git/types';
import type { WorkContext } from '../../queue';
import type { StateStoreKey } from '../store/types';
import type { BlobIds } from './BlobIds';
import { compareStore } from './compareStore';
import { markDamaged } from './markDamaged';
import { recordComparison } from './recordComparison';
import { undoAbandoned } from './undoAbandoned';

const desiredFiles = z.array(
  z.object({ filepath: z.string(), sha256: z.string() }),
);

/** What a sweep of a store found. */
export interface SweepResult {
  /** Placements whose files were not what was written; they are written again. */
  readonly repaired: readonly string[];
  /** Files of a writer that had lost its lease; they are removed. */
  readonly undone: readonly string[];
  /** Files below Destinations that belong to nobody here; they are left alone. */
  readonly foreign: readonly string[];
}

/** Compares what should be in a store with what is; the repository has just been fetched. */
export async function sweepStore(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly store: StateStoreKey;
    readonly repository: GitRepository;
    readonly destinations: readonly StoreDestination[];
    readonly blobIds: BlobIds;
    readonly author: GitAuthor;
    readonly at: Date;
  },
): Promise<SweepResult> {
  const { context, store, repository, destinations, at } = options;
  const head = repository.head;
  const entries = head
    ? await repository.listFiles(head.commit, context.signal)
    : [];
  const undone = await undoAbandoned(knex, { ...options, entries });
  const rows: PlacementRow[] = await knex<PlacementRow>('placements')
    .where({
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
    })
    .whereNot({ state: 'Removed' });
  const reachable = new Map(
    destinations
      .filter(({ row }) => ['Ready', 'NotReady'].includes(row.state))
      .map(({ row, root }) => [row.name, root]),
  );
  const written = rows
    .filter(row => {
      const root = reachable.get(row.destination);
      // What a Destination has left is not written again.
      return (
        row.state === 'Written' && root !== undefined && isBelow(row.path, root)
      );
    })
    .map(row => ({
      row,
      desired: desiredFiles.parse(JSON.parse(row.desired)),
    }));
  const blobIds = await options.blobIds.of(
    written.flatMap(({ desired }) => desired.map(file => file.sha256)),
  );
  const gone = new Set(undone);
  const { damaged, foreign } = compareStore({
    entries: entries.filter(entry => !gone.has(entry.path)),
    expected: written.map(({ row, desired }) => ({
      id: row.id,
      path: row.path,
      files: new Map(
        desired.map(({ filepath, sha256 }) => [
          filepath,
          blobIds.get(sha256) ?? '',
        ]),
      ),
    })),
    pendingPaths: new Set(rows.map(row => row.path)),
    roots: destinations.map(({ root }) => root),
    ownFiles: new Set(destinations.flatMap(destinationPaths)),
  });
  await markDamaged(knex, { context, ids: damaged, at });
  await recordComparison(knex, { context, destinations, foreign, at });
  return { repaired: damaged, undone, foreign };
}
