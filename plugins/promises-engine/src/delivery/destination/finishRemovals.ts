import type { Knex } from 'knex';
import type { DestinationRow, PlacementRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { appendEvent } from '../../events';
import { assertLease, type WorkContext } from '../../queue';
import { enqueueOwners } from '../placement/enqueueOwners';

/** Ends the removal of Destinations of which nothing is left in the store. */
export async function finishRemovals(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly platform: string;
    readonly names: readonly string[];
  },
): Promise<void> {
  const { context, platform, names } = options;
  if (names.length === 0) {
    return;
  }
  await runInTransaction(knex, async transaction => {
    await assertLease(transaction, context);
    const placements: PlacementRow[] = await transaction<PlacementRow>(
      'placements',
    )
      .where({ platform })
      .whereIn('destination', [...names]);
    await transaction<PlacementRow>('placements')
      .where({ platform, state: 'Removed' })
      .whereIn('destination', [...names])
      .delete();
    const removed: DestinationRow[] = await transaction<DestinationRow>(
      'destinations',
    )
      .where({ platform, state: 'Removing' })
      .whereIn('name', [...names])
      .orderBy('name');
    await transaction<DestinationRow>('destinations')
      .where({ platform, state: 'Removing' })
      .whereIn('name', [...names])
      .delete();
    await enqueueOwners(transaction, placements);
    for (const { name } of removed) {
      await appendEvent(transaction, {
        type: 'DestinationChanged',
        platform,
        destination: name,
        payload: { state: 'Removed' },
      });
    }
  });
}
