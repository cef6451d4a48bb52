import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/** Folder of the migrations. */
export const MIGRATIONS = resolvePackagePath(
  '@promissory/plugin-promises-engine',
  'migrations',
);

/** Held while the tables are made, and given back by the server where a process dies meanwhile. */
const MIGRATION_LOCK = 7_262_003;

/** What is used of `pg`'s client. */
interface RawConnection {
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
}

/**
 * Brings the tables to what this release needs; migrations only add, so a replica of the release before keeps running.
 * Replicas that start at the same time wait for each other, and one that died in the middle hinders nobody.
 */
export async function migrateDatabase(knex: Knex): Promise<void> {
  if (!isPostgres(knex)) {
    // A commit waits for the disk once instead of three times, and who reads the file holds up nobody.
    await knex.raw('PRAGMA journal_mode = WAL');
    await migrate(knex);
    return;
  }
  const connection: RawConnection = await knex.client.acquireRawConnection();
  try {
    await connection.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrate(knex);
  } finally {
    await connection.end();
  }
}

/** Nobody else is at it: knex's own lock, which outlives a process that dies, says nothing. */
async function migrate(knex: Knex): Promise<void> {
  const options = {
    directory: MIGRATIONS,
    // The next release may have been here, and a replica of this one has to start beside it.
    disableMigrationsListValidation: true,
  };
  await knex.migrate.forceFreeMigrationsLock(options);
  await knex.migrate.latest(options);
}
