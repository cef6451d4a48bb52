import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openSharedDatabase } from '../../__testUtils__/openSharedDatabase';
import { holdDatabase } from './holdDatabase';

jest.setTimeout(60_000);

describe('holdDatabase', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const cleanups: Array<() => Promise<void> | void> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  async function openFile() {
    const { knex, close } = await openSharedDatabase(databases, 'SQLITE_3');
    cleanups.push(close);
    const [{ file }]: Array<{ file: string }> = await knex.raw(
      'PRAGMA database_list',
    );
    return { knex, file };
  }

  /** Another process that wants the database; fulfilled with what it says. */
  async function elsewhere(file: string) {
    const child: ChildProcess = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '__testUtils__', 'holdInProcess.ts'),
        file,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const exited = once(child, 'exit');
    cleanups.push(async () => {
      child.kill('SIGKILL');
      await exited;
    });
    const said = await Promise.race([
      once(child.stdout!, 'data'),
      once(child.stderr!, 'data'),
    ]);
    return {
      said: String(said[0]),
      kill: async () => {
        child.kill('SIGKILL');
        await exited;
      },
    };
  }

  it('refuses a second process with the reason, until the first one is gone, however it went', async () => {
    const { knex, file } = await openFile();
    const other = await elsewhere(file);
    expect(other.said).toBe('held\n');
    await expect(holdDatabase(knex, { waitMs: 0 })).rejects.toThrow(
      `Another process works on the SQLite database ${file}, and SQLite is for one process: stop the other one, or use Postgres`,
    );
    const waiting = holdDatabase(knex, { waitMs: 30_000 });
    await other.kill();
    const held = await waiting;
    await held.release();
  });

  it('is held as long as somebody in this process holds it', async () => {
    const { knex, file } = await openFile();
    const first = await holdDatabase(knex);
    const second = await holdDatabase(knex);
    await first.release();
    await first.release();
    expect((await elsewhere(file)).said).toContain('ConflictError');
    await second.release();
    expect((await elsewhere(file)).said).toBe('held\n');
  });

  it.each(databases.eachSupportedId())(
    'lets any number share %s that is in memory or a server',
    async id => {
      const knex: Knex = await databases.init(id);
      const held = [await holdDatabase(knex), await holdDatabase(knex)];
      expect(held).toHaveLength(2);
      for (const each of held) await each.release();
    },
  );
});
