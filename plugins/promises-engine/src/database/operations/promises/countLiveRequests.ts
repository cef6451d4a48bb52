import type { Knex } from 'knex';
import type { RequestRow } from '../../rows/rows';

/** How many requests of these Promises are not deleted, by the Promise's id. */
export async function countLiveRequests(
  knex: Knex,
  options: { readonly promiseIds: readonly string[] },
): Promise<Map<string, number>> {
  const rows = await knex<RequestRow>('requests')
    .whereIn('promise_id', [...options.promiseIds])
    .whereNull('deleted_at')
    .groupBy('promise_id')
    .select('promise_id')
    .count({ count: '*' });
  return new Map(rows.map(row => [String(row.promise_id), Number(row.count)]));
}
