import type { Knex } from 'knex';
import type { StateStoreRow } from '../../rows/rows';
import {
  disconnectEntity,
  type DisconnectOptions,
} from '../registry/disconnectEntity';
import { announceStateStore } from './announceStateStore';

/**
 * Records that a state store left the catalog: nothing is written to it, and nothing of it is removed. `unchanged` where
 * it is unknown or disconnected already.
 */
export async function disconnectStateStore(
  knex: Knex,
  options: DisconnectOptions,
): Promise<'disconnected' | 'unchanged'> {
  return disconnectEntity<StateStoreRow>(knex, {
    ...options,
    table: 'state_stores',
    announce: announceStateStore,
  });
}
