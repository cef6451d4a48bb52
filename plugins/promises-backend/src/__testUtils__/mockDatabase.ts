import knexFactory, { type Knex } from 'knex';

/** A database of its own, as Backstage makes one of SQLite. */
export function mockDatabase(): Knex {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  knex.client.pool.on('createSuccess', (_event: unknown, resource: unknown) => {
    (resource as { pragma(text: string): void }).pragma('foreign_keys = ON');
  });
  return knex;
}
