import type { Knex } from 'knex';
import type { PlacementRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { assertLease, type WorkContext } from '../../queue';
import { enqueueOwners } from '../placement/enqueueOwners';

/** Has placements written again whose files are no longer what was written. */
export async function markDamaged(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly ids: readonly string[];
    readonly at: Date;
  },
): Promise<void> {
  if (options.ids.length === 0) {
    return;
  }
  await runInTransaction(knex, async transaction => {
    await assertLease(transaction, options.context);
    const changed: Array<Pick<PlacementRow, 'request_uid' | 'promise_id'>> =
      await transaction<PlacementRow>('placements')
        .whereIn('id', [...options.ids])
        .where({ state: 'Written' })
        .update({
          state: 'Pending',
          written_hash: null,
          reason: 'FilesChanged',
          message:
            'Its files in the state store were changed by somebody else; they are written again',
          updated_at: options.at.toISOString(),
        })
        .returning(['request_uid', 'promise_id']);
    await enqueueOwners(transaction, changed);
  });
}
