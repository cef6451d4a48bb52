import type { Knex } from 'knex';
import type { PlacementRow } from '../../database/rows/rows';
import type { StateStoreKey } from '../store/types';

/** When the next failed placement of a store is to be tried again. */
export async function nextTry(
  knex: Knex,
  store: StateStoreKey,
): Promise<Date | undefined> {
  const row = await knex<PlacementRow>('placements')
    .where({
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
      state: 'Failed',
    })
    .whereNotNull('next_try_at')
    .orderBy('next_try_at')
    .first('next_try_at');
  return row?.next_try_at ? new Date(row.next_try_at) : undefined;
}
