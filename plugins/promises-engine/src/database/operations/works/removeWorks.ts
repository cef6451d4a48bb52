import type { Knex } from 'knex';
import type { WorkRow } from '../../rows/rows';

/** Drops Works; their placements and the bytes stay until the files are removed. */
export async function removeWorks(
  transaction: Knex.Transaction,
  workIds: readonly string[],
): Promise<void> {
  if (workIds.length === 0) return;
  await transaction<WorkRow>('works')
    .whereIn('id', [...workIds])
    .delete();
}
