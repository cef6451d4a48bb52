import type { Knex } from 'knex';

/**
 * From now on nothing reaches this database, as if the process that has it were gone. Loops of the scaffolder that outlive
 * its shutdown wait for ever instead of failing in the next test.
 */
export function disconnect(knex: Knex): void {
  knex.client.acquireConnection = () => new Promise(() => {});
}
