import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';

/** A database that two processes see: Postgres, or a file for SQLite. */
export async function openSharedDatabase(
  databases: TestDatabases,
  id: string,
): Promise<{
  readonly knex: Knex;
  readonly close: () => Promise<void>;
}> {
  if (id !== 'SQLITE_3') {
    return { knex: await databases.init('POSTGRES_15'), close: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'shared-'));
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'engine.sqlite') },
    useNullAsDefault: true,
    pool: { min: 0, max: 1 },
  });
  return {
    knex,
    close: async () => {
      await knex.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
