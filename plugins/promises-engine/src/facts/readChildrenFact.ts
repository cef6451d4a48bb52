import type { RequestStateFact } from '@promissory/plugin-promises-node';
import type { RequestRow } from '../database/rows/rows';
import type { FactScope } from './FactScope';
import { readRequestState, REQUEST_STATE_COLUMNS } from './readRequestState';

/** The children of the request whose step asks, in the order of their names; a Promise's own workflow has none. */
export async function readChildrenFact(
  scope: FactScope,
): Promise<RequestStateFact[]> {
  if (!scope.request) return [];
  const rows = await scope
    .knex<RequestRow>('requests')
    .where({ parent_uid: scope.request.uid })
    .whereNull('deleted_at')
    .orderBy(['promise_name', 'namespace', 'name'])
    .select(...REQUEST_STATE_COLUMNS);
  return rows.map(row => readRequestState(row, undefined));
}
