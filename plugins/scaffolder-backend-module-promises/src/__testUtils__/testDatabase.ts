import knexFactory, { type Knex } from 'knex';

/** SQLite as Backstage opens it; in memory, or in a file that outlives the backend. */
export function testDatabase(file = ':memory:'): Knex {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
  });
  knex.client.pool.on('createSuccess', (_event: unknown, resource: unknown) => {
    (resource as { pragma(text: string): void }).pragma('foreign_keys = ON');
  });
  return knex;
}
