import type { Knex } from 'knex';
import type { RequestRow } from '../database/rows/rows';

/** The request that a child belongs to, in words. */
export async function describeOwnerOf(
  knex: Knex,
  parentUid: string,
): Promise<string> {
  const parent = await knex<RequestRow>('requests')
    .where({ uid: parentUid })
    .first('promise_name', 'namespace', 'name');
  return parent
    ? `${parent.promise_name} ${parent.namespace}/${parent.name}`
    : `request ${parentUid}`;
}
