import type { Knex } from 'knex';
import type { StateStoreRow } from '../../rows/rows';
import { runInTransaction } from '../../transactions';
import { lockRegistry } from '../registry/lockRegistry';
import { announceStateStore } from './announceStateStore';

/**
 * Records that a state store left the catalog: nothing is written to it, and nothing of it is removed. `unchanged` where
 * it is unknown or disconnected already.
 */
export async function disconnectStateStore(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly entityRef: string;
    readonly now: Date;
  },
): Promise<'disconnected' | 'unchanged'> {
  const { platform, entityRef, now } = options;
  return runInTransaction(knex, async transaction => {
    await lockRegistry(transaction);
    const row = await transaction<StateStoreRow>('state_stores')
      .where({ platform, entity_ref: entityRef })
      .whereNot('state', 'Disconnected')
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
    await transaction<StateStoreRow>('state_stores')
      .where({ platform, kind: row.kind, name: row.name })
      .update(changes);
    await announceStateStore(transaction, { ...row, ...changes });
    return 'disconnected';
  });
}
