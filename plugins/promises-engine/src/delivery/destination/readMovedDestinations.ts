import type { Knex } from 'knex';
import type { DestinationRow } from '../../database/rows/rows';
import type { StateStoreKey, Verdict } from '../store/types';
import { destinationMoved, givenVerdict } from './givenVerdict';

/**
 * Of the Destinations that are not in a store, those that are in another one: what they have left here is to be removed,
 * unless the catalog says that nothing of them may be touched.
 */
export async function readMovedDestinations(
  knex: Knex,
  store: StateStoreKey,
  names: readonly string[],
): Promise<ReadonlyMap<string, Verdict>> {
  if (names.length === 0) {
    return new Map();
  }
  const rows: DestinationRow[] = await knex<DestinationRow>('destinations')
    .where({ platform: store.platform })
    .whereIn('name', [...names]);
  return new Map(
    rows
      .filter(
        row =>
          row.state_store_kind !== store.kind ||
          row.state_store_name !== store.name,
      )
      .map(row => [row.name, givenVerdict(row) ?? destinationMoved(row)]),
  );
}
