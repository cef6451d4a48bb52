import type { Knex } from 'knex';
import type { WorkloadRow } from '../../database/rows/rows';

/** Databases bound the number of parameters. */
const AT_ONCE = 200;

/** Bytes of workloads by their hashes; those that are not kept are absent. @public */
export async function readWorkloadContents(
  knex: Knex,
  options: { readonly hashes: readonly string[] },
): Promise<Map<string, Buffer>> {
  const hashes = [...new Set(options.hashes)];
  const contents = new Map<string, Buffer>();
  for (let start = 0; start < hashes.length; start += AT_ONCE) {
    const rows: Array<Pick<WorkloadRow, 'sha256' | 'content'>> =
      await knex<WorkloadRow>('workloads')
        .whereIn('sha256', hashes.slice(start, start + AT_ONCE))
        .select('sha256', 'content');
    rows.forEach(row => contents.set(row.sha256, row.content));
  }
  return contents;
}
