import type { Knex } from 'knex';
import type { PlacementRow } from '../../database/rows/rows';
import type { StoreDestination } from './types';

/** Names of those Destinations that still have placements in the store. */
export async function occupiedDestinations(
  knex: Knex,
  destinations: readonly StoreDestination[],
): Promise<Set<string>> {
  if (destinations.length === 0) {
    return new Set();
  }
  const rows: Array<Pick<PlacementRow, 'destination'>> =
    await knex<PlacementRow>('placements')
      .where({ platform: destinations[0].row.platform })
      .whereIn(
        'destination',
        destinations.map(({ row }) => row.name),
      )
      .whereNot({ state: 'Removed' })
      .distinct('destination');
  return new Set(rows.map(row => row.destination));
}
