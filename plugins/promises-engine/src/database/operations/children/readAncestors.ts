import type { Knex } from 'knex';
import type { RequestIdentity } from '../../../children/types';
import type { RequestRow } from '../../rows/rows';

/** Levels that are walked: a chain that never ends would be a mistake of ours, and ends no process. */
const LEVELS = 100;

/** The requests that a request belongs to, the innermost first. */
export async function readAncestors(
  knex: Knex,
  row: Pick<RequestRow, 'parent_uid'>,
): Promise<RequestIdentity[]> {
  const ancestors: RequestIdentity[] = [];
  let next = row.parent_uid;
  while (next && ancestors.length < LEVELS) {
    const parent = await knex<RequestRow>('requests')
      .where({ uid: next })
      .first('promise_name', 'namespace', 'name', 'parent_uid');
    if (!parent) break;
    ancestors.push({
      promiseName: parent.promise_name,
      namespace: parent.namespace,
      name: parent.name,
    });
    next = parent.parent_uid;
  }
  return ancestors;
}
