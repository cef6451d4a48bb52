import type { Knex } from 'knex';

/** Whether this is Postgres; otherwise it is SQLite, which is one process with one connection. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.dialect === 'postgresql';
}
