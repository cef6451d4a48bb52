import type { Knex } from 'knex';
import type { DestinationRow } from '../../rows/rows';
import { runInTransaction } from '../../transactions';
import { lockRegistry } from '../registry/lockRegistry';
import { appendDestinationEvent } from './appendDestinationEvent';
import { enqueueDestination } from './enqueueDestination';

/**
 * Records that a Destination left the catalog: nothing is written to it, and nothing of it is removed. `unchanged` where
 * it is unknown, disconnected already or being removed.
 */
export async function disconnectDestination(
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
    const row = await transaction<DestinationRow>('destinations')
      .where({ platform, entity_ref: entityRef })
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
    await transaction<DestinationRow>('destinations')
      .where({ platform, name: row.name })
      .update(changes);
    await enqueueDestination(transaction, { ...row, ...changes });
    await appendDestinationEvent(transaction, { ...row, ...changes });
    return 'disconnected';
  });
}
