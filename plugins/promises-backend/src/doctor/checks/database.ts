import type { DoctorResult } from '@promissory/plugin-promises-common';
import {
  readDatabaseHealth,
  type DatabaseHealth,
} from '@promissory/plugin-promises-engine';
import { configRemedy } from '../configRemedy';
import { postgresConfig } from '../postgresConfig';
import type { Check } from '../types';

/** The oldest major version of Postgres that Backstage 1.55 supports. */
const OLDEST_POSTGRES = 14;

export function judgeDatabase(
  database: DatabaseHealth,
  options: { readonly production: boolean },
): DoctorResult[] {
  const { client, version } = database;
  const results: DoctorResult[] = [
    client === 'postgres'
      ? judgePostgres(version)
      : judgeSqlite(database, options.production),
  ];
  if (database.pendingMigrations.length > 0) {
    results.push({
      status: 'error',
      subject: 'Migrations',
      message: `The tables are not those of this release: ${database.pendingMigrations.join(
        ', ',
      )} did not run.`,
      remedy: {
        text: 'Start the backend again: migrations run when it starts. If they fail, its log says why; the user of the database has to own its schema.',
        language: 'shell',
        snippet:
          'psql -c \'ALTER SCHEMA public OWNER TO "<user of the backend>"\' <database of the plugin promises>\n',
      },
    });
  }
  if (database.unknownMigrations.length > 0) {
    results.push({
      status: 'warning',
      subject: 'Migrations',
      message: `A later release has been at this database: ${database.unknownMigrations.join(
        ', ',
      )}. One release may run beside the next, but not for long.`,
      remedy: {
        text: 'Bring this replica to the later release.',
        language: 'shell',
        snippet: "yarn up '@promissory/*'\n",
      },
    });
  }
  return results;
}

function judgePostgres(version: string): DoctorResult {
  return Number.parseInt(version, 10) >= OLDEST_POSTGRES
    ? { status: 'ok', message: `Postgres ${version}.` }
    : {
        status: 'warning',
        message: `Postgres ${version} is older than ${OLDEST_POSTGRES}, the oldest that is supported.`,
        remedy: configRemedy(
          `Upgrade the server, or name one of version ${OLDEST_POSTGRES} or later.`,
          postgresConfig,
        ),
      };
}

function judgeSqlite(
  { version, inMemory }: DatabaseHealth,
  production: boolean,
): DoctorResult {
  if (inMemory) {
    return {
      status: 'warning',
      message: `SQLite ${version} in memory: every request and its history is gone when the backend ends, while what it delivered stays in Git.`,
      remedy: configRemedy(
        'Use Postgres; SQLite in files is enough for one laptop.',
        postgresConfig,
      ),
    };
  }
  return production
    ? {
        status: 'warning',
        message: `SQLite ${version} in production: it is for one process on one machine, and two replicas would each do everything.`,
        remedy: configRemedy('Use Postgres.', postgresConfig),
      }
    : {
        status: 'ok',
        message: `SQLite ${version} in a file: for one process on one machine.`,
      };
}

export const databaseCheck: Check = {
  id: 'database',
  area: 'backend',
  title: 'Database',
  run: async ({ knex, host }) =>
    judgeDatabase(await readDatabaseHealth(knex), {
      production: host().production,
    }),
};
