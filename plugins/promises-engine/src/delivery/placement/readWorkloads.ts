import type { Knex } from 'knex';
import { readWorkloadColumn } from './readWorkloadColumn';

/** Bytes by their sha256; what is not there is left out. */
export async function readWorkloads(
  knex: Knex,
  addresses: Iterable<string>,
): Promise<Map<string, Uint8Array>> {
  return readWorkloadColumn(knex, addresses, 'content');
}
