import { InputError } from '@backstage/errors';
import type {
  FactQuery,
  RequestStateFact,
} from '@promissory/plugin-promises-node';
import type { RequestRow } from '../database/rows/rows';
import type { FactScope } from './FactScope';
import {
  readRequestState,
  REQUEST_STATE_COLUMNS,
  type RequestStateColumns,
} from './readRequestState';

/** Names that one query may have. */
const LIMIT = 100;

/** The requests that a step names, in its order; one that is not there has no state. */
export async function readRequestsFact(
  scope: FactScope,
  { requests }: Extract<FactQuery, { kind: 'requests' }>,
): Promise<RequestStateFact[]> {
  if (requests.length > LIMIT) {
    throw new InputError(
      `A step may ask for ${LIMIT} requests, and this one asks for ${requests.length}`,
    );
  }
  const names = requests.map(({ promise, namespace, name }) => ({
    promise,
    namespace: namespace ?? scope.request?.namespace ?? 'default',
    name,
  }));
  if (names.length === 0) return [];
  const rows: RequestStateColumns[] = await scope
    .knex<RequestRow>('requests')
    .where({ platform: scope.platform })
    .whereNull('deleted_at')
    .where(any => {
      for (const { promise, namespace, name } of names) {
        any.orWhere({ promise_name: promise, namespace, name });
      }
    })
    .select(...REQUEST_STATE_COLUMNS);
  return names.map(asked => {
    const row = rows.find(
      ({ promise_name: promise, namespace, name }) =>
        promise === asked.promise &&
        namespace === asked.namespace &&
        name === asked.name,
    );
    return row ? readRequestState(row, scope.request?.ownerRef) : asked;
  });
}
