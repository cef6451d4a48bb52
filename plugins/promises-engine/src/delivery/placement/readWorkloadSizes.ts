import type { Knex } from 'knex';
import { readWorkloadColumn } from './readWorkloadColumn';

/** Bytes of workloads by their sha256; what is not there is left out. */
export async function readWorkloadSizes(
  knex: Knex,
  addresses: Iterable<string>,
): Promise<Map<string, number>> {
  return readWorkloadColumn(knex, addresses, 'bytes');
}
