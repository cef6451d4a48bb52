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
  /** Ends it and starts it again on the same port and data; `immediate` is a crash, `fast` cuts every connection. */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
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
  const control = (...args: string[]) =>
    run(join(binaries, 'pg_ctl'), ['-D', data, '-w', ...args], as);
  const start = () =>
    control(
      '-o',
      serverOptions,
      '-l',
      join(folder, 'log'),
      '-t',
      '60',
      'start',
    );
  await start();
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async restart(mode) {
      await control('-m', mode, 'stop');
      await start();
    },
    async stop() {
      await control('-m', 'immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
