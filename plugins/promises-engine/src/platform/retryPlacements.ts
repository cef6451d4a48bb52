import type { Knex } from 'knex';
import type { PlacementRow } from '../database/rows/rows';
import { deliveryWork } from '../perform/deliveryWork';
import type { EnqueueWorkOptions } from '../queue';

/** Has failed placements tried again now instead of at their next time. Returns what to enqueue. */
export async function retryPlacements(
  transaction: Knex.Transaction,
  uid: string,
): Promise<EnqueueWorkOptions[]> {
  const failed = await transaction<PlacementRow>('placements')
    .where({ request_uid: uid, state: 'Failed' })
    .select();
  if (failed.length === 0) return [];
  await transaction<PlacementRow>('placements')
    .where({ request_uid: uid, state: 'Failed' })
    .update({
      state: transaction.raw(
        `CASE WHEN removing THEN 'Removing' ELSE 'Pending' END`,
      ) as unknown as string,
      attempts: 0,
      next_try_at: null,
    });
  return deliveryWork(
    failed[0].platform,
    failed.map(row => ({
      stateStoreKind: row.state_store_kind,
      stateStoreName: row.state_store_name,
    })),
  );
}
