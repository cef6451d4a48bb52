import type { Knex } from 'knex';
import type { RunRow } from '../../rows/rows';

/** Changes columns of a run. */
export async function updateRun(
  transaction: Knex.Transaction,
  id: string,
  change: Partial<RunRow>,
): Promise<void> {
  await transaction<RunRow>('runs').where({ id }).update(change);
}
