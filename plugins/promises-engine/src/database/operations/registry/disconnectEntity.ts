import type { Knex } from 'knex';
import type { DestinationRow, StateStoreRow } from '../../rows/rows';
import { runInTransaction } from '../../transactions';
import { lockRegistry } from './lockRegistry';

/** What left the catalog. */
export interface DisconnectOptions {
  readonly platform: string;
  readonly entityRef: string;
  readonly now: Date;
}

/**
 * Records that what is delivered to left the catalog: nothing is written to it, and nothing of it is removed. `unchanged`
 * where it is unknown, disconnected already or being removed.
 */
export async function disconnectEntity<
  Row extends DestinationRow | StateStoreRow,
>(
  knex: Knex,
  options: DisconnectOptions & {
    readonly table: 'destinations' | 'state_stores';
    /** Asks for all that the change concerns, and appends that it happened. */
    readonly announce: (
      transaction: Knex.Transaction,
      row: Row,
    ) => Promise<void>;
  },
): Promise<'disconnected' | 'unchanged'> {
  const { platform, entityRef, now, table, announce } = options;
  return runInTransaction(knex, async transaction => {
    await lockRegistry(transaction);
    const where = { platform, entity_ref: entityRef };
    const row: Row | undefined = await transaction(table)
      .where(where)
      .whereNotIn('state', ['Disconnected', 'Removing'])
      .first();
    if (!row) {
      return 'unchanged';
    }
    const changes = {
      state: 'Disconnected',
      reason: 'NotInCatalog',
      message:
        'No longer in the catalog: nothing is written, and nothing is removed',
      updated_at: now.toISOString(),
    };
    await transaction(table).where(where).update(changes);
    await announce(transaction, { ...row, ...changes });
    return 'disconnected';
  });
}
