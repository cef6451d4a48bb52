import type { Knex } from 'knex';
import type { DestinationRow } from '../../rows/rows';
import {
  disconnectEntity,
  type DisconnectOptions,
} from '../registry/disconnectEntity';
import { appendDestinationEvent } from './appendDestinationEvent';
import { enqueueDestination } from './enqueueDestination';

/**
 * Records that a Destination left the catalog: nothing is written to it, and nothing of it is removed. `unchanged` where
 * it is unknown, disconnected already or being removed.
 */
export async function disconnectDestination(
  knex: Knex,
  options: DisconnectOptions,
): Promise<'disconnected' | 'unchanged'> {
  return disconnectEntity<DestinationRow>(knex, {
    ...options,
    table: 'destinations',
    announce: async (transaction, row) => {
      await enqueueDestination(transaction, row);
      await appendDestinationEvent(transaction, row);
    },
  });
}
