import type { Knex } from 'knex';
import type { WorkloadRow } from '../../database/rows/rows';

/** SQLite takes so many values in a statement at least. */
const CHUNK = 500;

/** One column of workloads by their sha256; what is not there is left out. */
export async function readWorkloadColumn<Column extends 'bytes' | 'content'>(
  knex: Knex,
  addresses: Iterable<string>,
  column: Column,
): Promise<Map<string, WorkloadRow[Column]>> {
  const wanted = [...new Set(addresses)];
  const values = new Map<string, WorkloadRow[Column]>();
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const rows: WorkloadRow[] = await knex('workloads')
      .whereIn('sha256', wanted.slice(start, start + CHUNK))
      .select('sha256', column);
    for (const row of rows) {
      values.set(row.sha256, row[column]);
    }
  }
  return values;
}
