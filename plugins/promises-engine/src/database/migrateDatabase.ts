import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const MIGRATIONS = resolvePackagePath(
  '@promissory/plugin-promises-engine',
  'migrations',
);

/** Brings the tables to what this release needs; migrations only add, so a replica of the release before keeps running. */
export async function migrateDatabase(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: MIGRATIONS });
}
