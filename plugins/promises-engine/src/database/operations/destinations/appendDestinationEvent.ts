import type { Knex } from 'knex';
import { appendEvent } from '../../../events';
import type { DestinationRow } from '../../rows/rows';

/** Appends that a Destination is now like this. */
export async function appendDestinationEvent(
  transaction: Knex.Transaction,
  row: DestinationRow,
): Promise<string> {
  return appendEvent(transaction, {
    type: 'DestinationChanged',
    platform: row.platform,
    destination: row.name,
    payload: {
      entityRef: row.entity_ref,
      state: row.state,
      reason: row.reason,
      message: row.message,
    },
  });
}
