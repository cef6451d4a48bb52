import { readdir } from 'node:fs/promises';
import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { MIGRATIONS } from '../database/migrateDatabase';

/** What the database is, and whether its tables are those of this release. @public */
export interface DatabaseHealth {
  readonly client: 'postgres' | 'sqlite';
  /** As the database writes it, for example `15.8` or `3.50.2`. */
  readonly version: string;
  /** SQLite that is gone with its process. */
  readonly inMemory: boolean;
  /** Files of migrations that this release needs and the database has not had. */
  readonly pendingMigrations: readonly string[];
  /** Migrations that the database has had and this release does not know: a later one ran here. */
  readonly unknownMigrations: readonly string[];
}

/** Asks the database what it is. @public */
export async function readDatabaseHealth(knex: Knex): Promise<DatabaseHealth> {
  const [completed, pending]: [
    ReadonlyArray<{ readonly name: string }>,
    ReadonlyArray<{ readonly file: string }>,
  ] = await knex.migrate.list({
    directory: MIGRATIONS,
    disableMigrationsListValidation: true,
  });
  const known = await readdir(MIGRATIONS);
  return {
    ...(await readServer(knex)),
    pendingMigrations: pending.map(({ file }) => file),
    unknownMigrations: completed
      .map(({ name }) => name)
      .filter(name => !known.includes(name)),
  };
}

async function readServer(
  knex: Knex,
): Promise<Pick<DatabaseHealth, 'client' | 'version' | 'inMemory'>> {
  if (isPostgres(knex)) {
    const { rows } = await knex.raw('SHOW server_version');
    return {
      client: 'postgres',
      version: rows[0].server_version,
      inMemory: false,
    };
  }
  const [{ version }] = await knex.raw('SELECT sqlite_version() AS version');
  const files: Array<{ name: string; file: string }> = await knex.raw(
    'PRAGMA database_list',
  );
  return {
    client: 'sqlite',
    version,
    inMemory: files.some(({ name, file }) => name === 'main' && !file),
  };
}
