import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { isPostgres } from '../../database/isPostgres';
import { MIGRATIONS } from '../../database/migrateDatabase';
import { TABLES } from './tables';

const FOLDER = resolvePackagePath(
  '@promissory/plugin-promises-engine',
  'releases',
);

const dumpSchema = z.object({
  version: z.string(),
  /** When it was made. */
  at: z.string(),
  /** Those that made its tables, in order. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** Rows by the table; bytes as `{base64}`. */
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
const bytesSchema = z.object({ base64: z.string() });

/** The database of a release: its migrations and its rows. It loads into SQLite and Postgres. */
export type ReleaseDump = z.infer<typeof dumpSchema>;

/** Versions of which there is a dump. */
export async function listReleases(): Promise<string[]> {
  const names = await readdir(FOLDER);
  return names.flatMap(name => /^(.+)\.json\.gz$/.exec(name)?.[1] ?? []).sort();
}

export async function readRelease(version: string): Promise<ReleaseDump> {
  const bytes = await readFile(join(FOLDER, `${version}.json.gz`));
  const text = await promisify(gunzip)(bytes);
  return dumpSchema.parse(JSON.parse(text.toString('utf8')));
}

/** Keeps the dump beside those of former releases. */
export async function writeRelease(dump: ReleaseDump): Promise<string> {
  const file = join(FOLDER, `${dump.version}.json.gz`);
  await writeFile(
    file,
    await promisify(gzip)(JSON.stringify(dump), { level: 9 }),
  );
  return file;
}

/** Reads everything out of a SQLite database. */
export async function dumpDatabase(
  knex: Knex,
  version: string,
): Promise<ReleaseDump> {
  const migrations: Array<{ name: string }> = await knex('knex_migrations')
    .orderBy('id')
    .select('name');
  const tables: ReleaseDump['tables'] = {};
  for (const table of TABLES) {
    const rows: Array<Record<string, unknown>> = await knex(table);
    tables[table] = rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value,
        ]),
      ),
    );
  }
  return {
    version,
    at: new Date().toISOString(),
    migrations: await Promise.all(
      migrations.map(async ({ name }) => ({
        name,
        sha256: await hashMigration(name),
      })),
    ),
    tables,
  };
}

/** Of the file as it is now: what was released must not change. */
export async function hashMigration(name: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(MIGRATIONS, name)))
    .digest('hex');
}

/** Makes the tables of the release, and fills them. */
export async function loadRelease(
  knex: Knex,
  dump: ReleaseDump,
): Promise<void> {
  for (const { name } of dump.migrations) {
    await knex.migrate.up({ directory: MIGRATIONS, name });
  }
  await knex('platforms').delete();
  for (const table of TABLES) {
    const columns = await knex(table).columnInfo();
    for (const row of dump.tables[table] ?? []) {
      const values = Object.entries(row).map(([column, value]) => {
        const bytes = bytesSchema.safeParse(value);
        if (bytes.success)
          return [column, Buffer.from(bytes.data.base64, 'base64')];
        const isFlag = columns[column]?.type === 'boolean' && value !== null;
        return [column, isFlag ? Boolean(value) : value];
      });
      await knex(table).insert(Object.fromEntries(values));
    }
  }
  if (isPostgres(knex)) {
    await knex.raw(
      `SELECT setval(pg_get_serial_sequence('events', 'position'), (SELECT MAX(position) FROM events))`,
    );
  }
}
