import type { Knex } from 'knex';
import type { WorkloadRow } from '../../database/rows/rows';

/** SQLite takes so many values in a statement at least. */
const CHUNK = 500;

/** Bytes by their sha256; what is not there is left out. */
export async function readWorkloads(
  knex: Knex,
  addresses: Iterable<string>,
): Promise<Map<string, Uint8Array>> {
  const wanted = [...new Set(addresses)];
  const contents = new Map<string, Uint8Array>();
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const rows: Array<Pick<WorkloadRow, 'sha256' | 'content'>> =
      await knex<WorkloadRow>('workloads')
        .whereIn('sha256', wanted.slice(start, start + CHUNK))
        .select('sha256', 'content');
    for (const row of rows) {
      contents.set(row.sha256, row.content);
    }
  }
  return contents;
}
