import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPostgres } from '../isPostgres';
import { ProcessLock } from './ProcessLock';

/** A process that is told to end takes a moment. */
const WAIT_MS = 10_000;
const PAUSE_MS = 250;

/** A database that this process works on. */
export interface HeldDatabase {
  /** Whether nobody else works on it, in this process or another: what is leased, a dead process has leased. */
  isAlone(): boolean;
  /** Lets another process have it. */
  release(): Promise<void>;
}

/**
 * SQLite is for one process: holds its file until released, or until this process ends, however it ends. Where another
 * process holds it, waits for a moment and then throws a ConflictError. Postgres and SQLite in memory need no holding.
 */
export async function holdDatabase(
  knex: Knex,
  options: { readonly waitMs?: number } = {},
): Promise<HeldDatabase> {
  const file = isPostgres(knex) ? '' : await readFileName(knex);
  if (!file) {
    return { isAlone: () => false, release: async () => {} };
  }
  const lock = ProcessLock.of(`${file}.lock`);
  const end = performance.now() + (options.waitMs ?? WAIT_MS);
  while (!(await lock.take(knex))) {
    if (performance.now() > end) {
      throw new ConflictError(
        `Another process works on the SQLite database ${file}, and SQLite is for one process: stop the other one, or use Postgres (backend.database.client: pg) for several replicas`,
      );
    }
    await sleep(PAUSE_MS);
  }
  let held = true;
  return {
    isAlone: () => held && lock.holders === 1,
    release: async () => {
      if (held) {
        held = false;
        await lock.release();
      }
    },
  };
}

/** Empty where the database is in memory. */
async function readFileName(knex: Knex): Promise<string> {
  const files: Array<{ name: string; file: string }> = await knex.raw(
    'PRAGMA database_list',
  );
  return files.find(({ name }) => name === 'main')?.file ?? '';
}
