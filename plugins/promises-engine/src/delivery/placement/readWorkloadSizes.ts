import type { Knex } from 'knex';
import type { WorkloadRow } from '../../database/rows/rows';

/** SQLite takes so many values in a statement at least. */
const CHUNK = 500;

/** Bytes of workloads by their sha256; what is not there is left out. */
export async function readWorkloadSizes(
  knex: Knex,
  addresses: Iterable<string>,
): Promise<Map<string, number>> {
  const wanted = [...new Set(addresses)];
  const sizes = new Map<string, number>();
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const rows: Array<Pick<WorkloadRow, 'sha256' | 'bytes'>> =
      await knex<WorkloadRow>('workloads')
        .whereIn('sha256', wanted.slice(start, start + CHUNK))
        .select('sha256', 'bytes');
    for (const { sha256, bytes } of rows) {
      sizes.set(sha256, bytes);
    }
  }
  return sizes;
}
