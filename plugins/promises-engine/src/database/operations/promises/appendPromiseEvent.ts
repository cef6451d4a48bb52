import type { Knex } from 'knex';
import { appendEvent, type EventType } from '../../../events';
import type { PromiseRow } from '../../rows/rows';

/** Appends what happened to a Promise, with its state and revision as they are now. */
export async function appendPromiseEvent(
  transaction: Knex.Transaction,
  options: {
    readonly type: Extract<
      EventType,
      'PromiseRegistered' | 'PromiseChanged' | 'PromiseWithdrawn'
    >;
    readonly row: PromiseRow;
  },
): Promise<string> {
  const { type, row } = options;
  return appendEvent(transaction, {
    type,
    platform: row.platform,
    promiseName: row.name,
    ownerRef: row.owner_ref ?? undefined,
    payload: {
      promiseId: row.id,
      entityRef: row.entity_ref,
      state: row.state,
      reason: row.reason,
      message: row.message,
      ...(row.current_revision_id
        ? { revisionId: row.current_revision_id }
        : {}),
    },
  });
}
