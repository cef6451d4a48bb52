import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { PlacementRow } from '../../database/rows/rows';
import type { StateStoreKey } from '../store/types';
import type { DuePlacement } from './types';

const desiredFiles = z.array(
  z.object({ filepath: z.string(), sha256: z.string() }),
);

/**
 * Placements of a store that are to be written or removed now, oldest change first: those that wait, and those that
 * failed and whose next try is due.
 */
export async function readDuePlacements(
  knex: Knex,
  options: {
    readonly store: StateStoreKey;
    readonly at: Date;
    readonly limit: number;
    /** Also those whose next try is not due, because the store is well again. */
    readonly evenIfWaiting?: boolean;
    /** Only those of these Destinations, with what is to go from those of `leaving`; or of all others. */
    readonly destinations?: readonly string[];
    readonly leaving?: readonly string[];
    readonly otherDestinations?: readonly string[];
  },
): Promise<DuePlacement[]> {
  const { store, at, limit, destinations, otherDestinations } = options;
  const { leaving = [] } = options;
  const rows: PlacementRow[] = await knex<PlacementRow>('placements')
    .where({
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
    })
    .where(due =>
      due
        .whereIn('state', ['Pending', 'Removing'])
        .orWhere({ state: 'Written', removing: true })
        .orWhere(failed => {
          failed.where({ state: 'Failed' }).whereNotNull('next_try_at');
          if (!options.evenIfWaiting) {
            failed.where('next_try_at', '<=', at.toISOString());
          }
        }),
    )
    .modify(query => {
      if (destinations) {
        query.where(admitted =>
          admitted
            .whereIn('destination', [...destinations])
            .orWhere(going =>
              going
                .whereIn('destination', [...leaving])
                .where({ removing: true }),
            ),
        );
      }
      if (otherDestinations) {
        query.whereNotIn('destination', [...otherDestinations]);
      }
    })
    .orderBy([{ column: 'updated_at' }, { column: 'id' }])
    .limit(limit);
  return rows.map(row => ({
    row,
    desired: row.removing ? [] : desiredFiles.parse(JSON.parse(row.desired)),
  }));
}
