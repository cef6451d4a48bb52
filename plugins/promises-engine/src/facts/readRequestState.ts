import type { RequestStateName } from '@promissory/plugin-promises-common';
import type { RequestStateFact } from '@promissory/plugin-promises-node';
import { objectColumn } from '../database/json';
import type { RequestRow } from '../database/rows/rows';

/** Columns of a request that a fact is told from. */
export const REQUEST_STATE_COLUMNS = [
  'promise_name',
  'namespace',
  'name',
  'owner_ref',
  'state',
  'state_message',
  'status',
] as const satisfies ReadonlyArray<keyof RequestRow>;

/** A row of {@link REQUEST_STATE_COLUMNS}. */
export type RequestStateColumns = Pick<
  RequestRow,
  (typeof REQUEST_STATE_COLUMNS)[number]
>;

/**
 * A request as a fact tells it. What its pipelines said is for its owner: to a step of somebody else's request only the
 * state is told.
 */
export function readRequestState(
  row: RequestStateColumns,
  ownerRef: string | undefined,
): RequestStateFact {
  const fact = {
    promise: row.promise_name,
    namespace: row.namespace,
    name: row.name,
    state: row.state as RequestStateName,
  };
  return ownerRef === undefined || ownerRef === row.owner_ref
    ? {
        ...fact,
        message: row.state_message,
        status: objectColumn.parse(row.status),
      }
    : fact;
}
