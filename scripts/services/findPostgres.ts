import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How to get Postgres, for messages about its absence. */
export const POSTGRES_HINT =
  'install the server binaries (Debian: apt-get install postgresql; macOS: brew install postgresql@15), or name a server in PROMISSORY_TEST_POSTGRES (postgresql://user:password@host:port/postgres)';

/** The folder with `initdb` and `pg_ctl`: of the PATH, else the newest one where Debian and Homebrew put them. */
export function findPostgres(): string | undefined {
  const candidates = (process.env.PATH ?? '').split(delimiter);
  for (const parent of [
    '/usr/lib/postgresql',
    '/opt/homebrew/opt',
    '/usr/local/opt',
  ]) {
    if (existsSync(parent)) {
      candidates.push(
        ...readdirSync(parent)
          .sort((a, b) => b.localeCompare(a, undefined, { numeric: true }))
          .map(version => join(parent, version, 'bin')),
      );
    }
  }
  return candidates.find(
    folder =>
      existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  );
}
