import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from './findFreePort.ts';
import { findPostgres, POSTGRES_HINT } from './findPostgres.ts';

const run = promisify(execFile);

/** A Postgres server that is ours until it is stopped. */
export interface PostgresServer {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** `initdb` refuses to run as root: then everything runs as Postgres' own user. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const read = async (flag: string) =>
    Number((await run('id', [flag, 'postgres'])).stdout.trim());
  return { uid: await read('-u'), gid: await read('-g') };
}

/**
 * Starts a server in a temporary folder on a free port of the loopback address; the folder goes when it is stopped.
 * Durability is off: what it holds lives as long as a test. Rejects with how to get Postgres where there is none.
 *
 * @param settings - more server settings, for example `track_commit_timestamp=on`
 */
export async function startPostgres(
  settings: readonly string[] = [],
): Promise<PostgresServer> {
  const binaries = findPostgres();
  if (!binaries) {
    throw new Error(`Postgres was not found: ${POSTGRES_HINT}`);
  }
  const user = await serverUser();
  const folder = await mkdtemp(join(tmpdir(), 'promissory-postgres-'));
  const data = join(folder, 'data');
  if (user) {
    await chown(folder, user.uid, user.gid);
  }
  const as = { ...user, cwd: folder };
  const port = await findFreePort();
  await run(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    as,
  );
  const serverOptions = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    `-c unix_socket_directories=${folder}`,
    '-c fsync=off -c synchronous_commit=off -c full_page_writes=off',
    '-c max_connections=400',
    ...settings.map(setting => `-c ${setting}`),
  ].join(' ');
  await run(
    join(binaries, 'pg_ctl'),
    [
      '-D',
      data,
      '-o',
      serverOptions,
      '-l',
      join(folder, 'log'),
      '-w',
      '-t',
      '60',
      'start',
    ],
    as,
  );
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await run(
        join(binaries, 'pg_ctl'),
        ['-D', data, '-m', 'immediate', '-w', 'stop'],
        as,
      );
      await rm(folder, { recursive: true, force: true });
    },
  };
}
