import type { Knex } from 'knex';
import type { DestinationRow } from '../../database/rows/rows';
import type { StateStoreKey } from '../store/types';
import { destinationRoot } from './destinationRoot';
import { destinationSpec } from './destinationSpec';
import type { StoreDestination } from './types';

/** Destinations of a store, by name. One whose spec cannot be read is Invalid, whatever its row says. */
export async function readDestinations(
  knex: Knex,
  store: StateStoreKey,
  storePath: string,
): Promise<StoreDestination[]> {
  const rows: DestinationRow[] = await knex<DestinationRow>('destinations')
    .where({
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
    })
    .orderBy('name');
  return rows.map(row => {
    const parsed = destinationSpec.safeParse(JSON.parse(row.spec));
    const spec = parsed.data ?? destinationSpec.parse({ path: '' });
    const root = destinationRoot({ storePath, destinationPath: spec.path });
    return parsed.success
      ? { row, spec, root }
      : { row: { ...row, state: 'Invalid' }, spec, root };
  });
}
