import type { Knex } from 'knex';
import { readRequestFacts } from '../database/operations/requests/readRequestFacts';
import type { RequestRow } from '../database/rows/rows';
import type { NewEvent } from '../events/types';
import { activeTraceparent } from '../observe/traceContext';
import { requestScope } from '../perform/requestScope';
import type { Actor } from './types';

/** Asks for the deletion of a request that is locked, and says so for the log. */
export async function requestDeletion(
  transaction: Knex.Transaction,
  options: {
    readonly row: RequestRow;
    readonly actor: Actor;
    readonly now: Date;
  },
): Promise<NewEvent> {
  const { row, actor } = options;
  const now = options.now.toISOString();
  await transaction<RequestRow>('requests')
    .where({ uid: row.uid })
    .update({
      delete_requested_at: now,
      delete_requested_by: actor.ref,
      wanted_trigger: null,
      wanted_by: null,
      row_version: row.row_version + 1,
      trace: activeTraceparent() ?? null,
      updated_at: now,
    });
  return {
    ...requestScope(readRequestFacts(row)),
    type: 'RequestDeleteRequested',
    actor: actor.ref,
    payload: { name: row.name, origin: actor.origin },
  };
}
