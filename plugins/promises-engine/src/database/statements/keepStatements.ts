import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { isPostgres } from '../isPostgres';

/** The engine has about 150; lists of several lengths are one each. */
const STATEMENTS = 500;
/** Savepoints have a name each, and what changes tables comes once. */
const IS_REPEATED = /^\s*(select|insert|update|delete|with|begin|commit)\b/i;
const CHANGES_TABLES = /^\s*(create|alter|drop|pragma|attach|detach)\b/i;

/** What is used of a connection of better-sqlite3. */
interface SqliteConnection {
  prepare(sql: string): unknown;
}

/**
 * On SQLite, statements are compiled once for each connection and not each time: knex asks for them anew with each
 * query, which is a seventh of what an order costs.
 */
export async function keepStatements(knex: Knex): Promise<void> {
  if (isPostgres(knex)) return;
  const { client } = knex;
  client.pool.on('createSuccess', (_: unknown, created: SqliteConnection) =>
    keepOf(created),
  );
  const connection: SqliteConnection = await client.acquireConnection();
  keepOf(connection);
  await client.releaseConnection(connection);
}

function keepOf(connection: SqliteConnection): void {
  if (Object.hasOwn(connection, 'prepare')) return;
  const kept = new LRUCache<string, object>({ max: STATEMENTS });
  const prepare = connection.prepare.bind(connection);
  connection.prepare = sql => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = prepare(sql) as object;
    if (IS_REPEATED.test(sql)) kept.set(sql, statement);
    if (CHANGES_TABLES.test(sql)) kept.clear();
    return statement;
  };
}
