import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { BatchRow } from '../../database/rows/rows';
import type { StateStoreKey } from '../store/types';
import type { PreparedBatch } from './types';

const batchItems = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    path: z.string(),
    desiredHash: z.string(),
    removing: z.boolean(),
    files: z.number(),
  }),
);

/** Batches of a store in a state, oldest first. */
export async function readBatches(
  knex: Knex,
  store: StateStoreKey,
  state: 'Prepared' | 'Abandoned',
): Promise<PreparedBatch[]> {
  const rows: BatchRow[] = await knex<BatchRow>('batches')
    .where({
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
      state,
    })
    .orderBy('id');
  return rows.map(row => ({
    id: row.id,
    items: batchItems.parse(JSON.parse(row.placements)),
  }));
}
