import type { Knex } from 'knex';
import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';

/** What is committed through one pool of connections. */
export interface SignalHub {
  /** Names this pool in notifications, which come back to their sender too. */
  readonly sender: string;
  readonly emitter: EventEmitter;
}

const hubs = new WeakMap<object, SignalHub>();

/** The hub of a pool; a transaction shares that of its pool. */
export function signalHub(knex: Knex): SignalHub {
  const pool: object = knex.client.config;
  let hub = hubs.get(pool);
  if (!hub) {
    hub = {
      sender: randomUUID(),
      emitter: new EventEmitter().setMaxListeners(0),
    };
    hubs.set(pool, hub);
  }
  return hub;
}
