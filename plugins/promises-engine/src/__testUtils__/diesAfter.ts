import { setTimeout as sleep } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';

const CLOSE_MS = 200;

/** A database connection of its own that fails for good after so many statements, as where a process is killed. */
export interface DyingDatabase {
  readonly knex: Knex;
  /** Fulfilled at the last statement that is let through. */
  readonly death: Promise<void>;
  /** Whether the last statement was let through. */
  readonly dead: boolean;
  /** Counts from now. */
  arm(statements: number): void;
  /** Lets no transaction begin until {@link DyingDatabase.wake}, as where a process is stopped and goes on later. */
  freeze(): void;
  wake(): void;
  /** Cuts every connection, also of transactions that nobody ends any more. */
  close(): Promise<void>;
}

/** Another pool to the database of a given one. */
export function diesAfter(knex: Knex): DyingDatabase {
  const own = knexFactory(knex.client.config as Knex.Config);
  let left = Number.POSITIVE_INFINITY;
  let dead = false;
  let tell = () => {};
  const death = new Promise<void>(resolve => {
    tell = resolve;
  });
  const die = () => {
    dead = true;
    tell();
  };
  own.on('query', () => {
    left -= 1;
    if (left === 0 && !dead) die();
    if (left < 0) throw new Error('This process is dead');
  });
  let awake = Promise.resolve();
  let wake = () => {};
  const acquire = own.client.acquireConnection.bind(own.client);
  own.client.acquireConnection = async () => {
    await awake;
    if (left <= 0) throw new Error('This process is dead');
    return acquire();
  };
  return {
    knex: own,
    death,
    get dead() {
      return dead;
    },
    arm: statements => {
      // Nobody comes back: a transaction may be open for good.
      if (dead) return;
      left = statements;
      if (statements <= 0) die();
    },
    freeze: () => {
      awake = new Promise<void>(resolve => {
        wake = resolve;
      });
    },
    wake: () => wake(),
    close: async () => {
      const { pool } = own.client;
      const held: Array<{ resource: unknown }> = pool ? [...pool.used] : [];
      for (const { resource } of held) {
        await own.client.destroyRawConnection(resource);
      }
      // The pool waits for what is held, and whoever holds it is dead.
      await Promise.race([
        own.destroy(),
        sleep(CLOSE_MS, undefined, { ref: false }),
      ]);
    },
  };
}
