import type { RequestStateFact } from '@promissory/plugin-promises-node';
import type { RequestRow } from '../database/rows/rows';
import type { FactScope } from './FactScope';
import { readRequestState, REQUEST_STATE_COLUMNS } from './readRequestState';

/**
 * The children of the request whose step asks in the order of their names, then those that are not there yet; a
 * Promise's own workflow has none.
 */
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
  const { missingChildren } = scope.request;
  const present = rows.map(row => {
    const fact = readRequestState(row, undefined);
    // One that is there may be refused a change: then it is not what its parent asks for.
    const refused = missingChildren.find(
      child => child.problem && isSameRequest(child, fact),
    );
    return refused
      ? { ...fact, message: refused.message, problem: refused.problem }
      : fact;
  });
  const missing = missingChildren.filter(
    child => !present.some(one => isSameRequest(one, child)),
  );
  return [...present, ...missing];
}

function isSameRequest(left: RequestStateFact, right: RequestStateFact) {
  return (
    left.promise === right.promise &&
    left.namespace === right.namespace &&
    left.name === right.name
  );
}
