import type { Knex } from 'knex';
import { appendEvent } from '../../../events';
import { enqueueWork } from '../../../queue';
import type { StateStoreRow } from '../../rows/rows';

/** Asks for a changed state store to be looked at and appends that it changed. */
export async function announceStateStore(
  transaction: Knex.Transaction,
  row: StateStoreRow,
): Promise<void> {
  await enqueueWork(transaction, {
    anew: true,
    kind: 'deliver',
    key: `${row.platform}/${row.kind}/${row.name}`,
  });
  await appendEvent(transaction, {
    type: 'StateStoreChanged',
    platform: row.platform,
    payload: {
      kind: row.kind,
      name: row.name,
      entityRef: row.entity_ref,
      state: row.state,
      reason: row.reason,
      message: row.message,
    },
  });
}
