import type { Knex } from 'knex';
import type { PlacementRow } from '../../database/rows/rows';
import type { StateStoreKey } from '../store/types';

/** Those of the folders that belong to a placement that stays: a Work that was made anew writes where its predecessor did. */
export async function readLivePaths(
  knex: Knex,
  store: StateStoreKey,
  paths: readonly string[],
): Promise<Set<string>> {
  if (paths.length === 0) {
    return new Set();
  }
  const rows: Array<Pick<PlacementRow, 'path'>> = await knex<PlacementRow>(
    'placements',
  )
    .where({
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
      removing: false,
    })
    .whereNot({ state: 'Removed' })
    .whereIn('path', [...paths])
    .select('path');
  return new Set(rows.map(row => row.path));
}
