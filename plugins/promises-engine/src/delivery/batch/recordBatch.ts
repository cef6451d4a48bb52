import type { Knex } from 'knex';
import type { BatchRow, PlacementRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { appendEvents } from '../../events';
import { enqueueOwners } from '../placement/enqueueOwners';
import {
  type OwnedPlacement,
  placementEvent,
  readOwnedPlacements,
} from '../placement/placementEvent';
import { assertLease, type WorkContext } from '../../queue';
import type { BatchItem, PreparedBatch } from './types';

/**
 * Records a batch that is in the store, in one transaction with events and the owners to be looked at. Its row goes: the
 * commit names the batch, the placements name the commit.
 */
export async function recordBatch(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly batch: PreparedBatch;
    /** None where the store already held all of it. */
    readonly commit: string | undefined;
    /** Items that were left out of the commit. */
    readonly except?: ReadonlySet<string>;
    readonly at: Date;
  },
): Promise<void> {
  const { context, batch, commit, at } = options;
  const itemOf = new Map(
    batch.items
      .filter(item => !options.except?.has(item.id))
      .map(item => [item.id, item]),
  );
  await runInTransaction(knex, async transaction => {
    await assertLease(transaction, context);
    const placements = await readOwnedPlacements(transaction, [
      ...itemOf.keys(),
    ]);
    await transaction<BatchRow>('batches').where({ id: batch.id }).delete();
    const recorded: Array<{ placement: OwnedPlacement; item: BatchItem }> = [];
    for (const placement of placements) {
      const item = itemOf.get(placement.id);
      if (!item || placement.state === 'Removed') {
        continue;
      }
      await transaction<PlacementRow>('placements')
        .where({ id: placement.id })
        .update({
          ...writtenColumns(placement, item),
          version_id: commit ?? placement.version_id,
          written_at: at.toISOString(),
          attempts: 0,
          next_try_at: null,
          reason: null,
          message: null,
          updated_at: at.toISOString(),
        });
      recorded.push({ placement, item });
    }
    await enqueueOwners(transaction, placements);
    await appendEvents(
      transaction,
      recorded.map(({ placement, item }) =>
        placementEvent(
          item.removing ? 'PlacementRemoved' : 'PlacementWritten',
          placement,
          { commit, files: item.files },
        ),
      ),
    );
  });
}

/** What is wanted may have changed while the commit was on its way: then the placement goes on waiting. */
function writtenColumns(
  placement: OwnedPlacement,
  item: BatchItem,
): Pick<PlacementRow, 'state' | 'written_hash' | 'written'> {
  if (item.removing) {
    return placement.removing
      ? { state: 'Removed', written_hash: null, written: null }
      : { state: 'Pending', written_hash: null, written: null };
  }
  if (placement.removing) {
    return {
      state: 'Removing',
      written_hash: item.desiredHash,
      written: placement.written,
    };
  }
  const isCurrent = placement.desired_hash === item.desiredHash;
  return {
    state: isCurrent ? 'Written' : 'Pending',
    written_hash: item.desiredHash,
    // Of something that was replaced meanwhile only the hash is known; the next commit is on its way.
    written: isCurrent ? placement.desired : placement.written,
  };
}
