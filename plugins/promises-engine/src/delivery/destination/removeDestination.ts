import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { markRemoving } from '../../database/operations/placements/applySchedule';
import { lockRegistry } from '../../database/operations/registry/lockRegistry';
import type { DestinationRow, PlacementRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { appendEvent } from '../../events';
import { enqueueWork } from '../../queue';
import { enqueueOwners } from '../placement/enqueueOwners';
import { deliveryWork } from '../../perform/deliveryWork';
import { destinationSpec } from './destinationSpec';

/**
 * Begins to remove a Destination. With `spec.cleanup: all` its files go first; with `none` they stay where they are and
 * are no longer looked after. Its placements end either way, and their owners are looked at again.
 *
 * Rejects with a NotFoundError. Doing it twice changes nothing.
 */
export async function removeDestination(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly name: string;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<void> {
  const { platform, name, actor, at } = options;
  await runInTransaction(knex, async transaction => {
    await lockRegistry(transaction);
    const row = await transaction<DestinationRow>('destinations')
      .where({ platform, name })
      .first();
    if (!row) {
      throw new NotFoundError(`Destination ${name} was not found`);
    }
    const { cleanup } = destinationSpec.parse(JSON.parse(row.spec));
    const placements: PlacementRow[] = await transaction<PlacementRow>(
      'placements',
    )
      .where({ platform, destination: name })
      .orderBy('id');
    if (cleanup === 'all') {
      await transaction<DestinationRow>('destinations')
        .where({ platform, name })
        .update({
          state: 'Removing',
          reason: 'DestinationRemoving',
          message: 'Destination is being removed',
          updated_at: at.toISOString(),
        });
      await markRemoving(transaction, {
        ids: placements
          .filter(placement => placement.state !== 'Removed')
          .map(placement => placement.id),
        at: at.toISOString(),
      });
      for (const work of deliveryWork(platform, [
        {
          stateStoreKind: row.state_store_kind,
          stateStoreName: row.state_store_name,
        },
        // Where it was before, it may have left something.
        ...placements.map(placement => ({
          stateStoreKind: placement.state_store_kind,
          stateStoreName: placement.state_store_name,
        })),
      ])) {
        await enqueueWork(transaction, work);
      }
    } else {
      await transaction<PlacementRow>('placements')
        .where({ platform, destination: name })
        .delete();
      await transaction<DestinationRow>('destinations')
        .where({ platform, name })
        .delete();
      await enqueueOwners(transaction, placements);
    }
    await appendEvent(transaction, {
      type: 'DestinationChanged',
      actor,
      platform,
      destination: name,
      payload: { state: cleanup === 'all' ? 'Removing' : 'Removed', cleanup },
    });
  });
}
