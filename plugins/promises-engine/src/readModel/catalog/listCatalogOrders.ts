import type { Knex } from 'knex';
import { cardColumn } from '../../database/json';
import type { RequestRow } from '../../database/rows/rows';
import type { CatalogOrder } from './types';

type Row = Pick<
  RequestRow,
  'uid' | 'promise_name' | 'namespace' | 'name' | 'owner_ref'
> & { readonly card: string };

/** Requests that are not deleted, the oldest first. @public */
export async function listCatalogOrders(
  knex: Knex,
  options: {
    readonly platform: string;
    /** Also requests that belong to another one. */
    readonly withChildren: boolean;
  },
): Promise<CatalogOrder[]> {
  const query = knex('requests')
    .join('promises', 'promises.id', 'requests.promise_id')
    .where('requests.platform', options.platform)
    .whereNull('requests.deleted_at')
    .orderBy('requests.uid')
    .select(
      'requests.uid',
      'requests.promise_name',
      'requests.namespace',
      'requests.name',
      'requests.owner_ref',
      'promises.card',
    );
  if (!options.withChildren) {
    query.whereNull('requests.parent_uid');
  }
  const rows: Row[] = await query;
  return rows.map(row => ({
    uid: row.uid,
    promiseName: row.promise_name,
    promiseTitle: cardColumn.parse(row.card).title,
    namespace: row.namespace,
    name: row.name,
    ownerRef: row.owner_ref,
  }));
}
