import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isConnectionLost } from './isConnectionLost';
import { isRetryable } from './isRetryable';
import { runInTransaction } from './runInTransaction';

jest.setTimeout(60_000);

describe('isRetryable', () => {
  it.each([
    ['deadlock', { code: '40P01' }, true],
    ['serialisation', { code: '40001' }, true],
    ['SQLite is busy', { code: 'SQLITE_BUSY_SNAPSHOT' }, true],
    ['terminated by an administrator', { code: '57P01' }, true],
    ['connection exception', { code: '08006' }, true],
    ['nobody listens', { code: 'ECONNREFUSED' }, true],
    ['unique violation', { code: '23505' }, false],
    ['disk full', { code: '53100' }, false],
  ])('%s', (_what, properties, expected) => {
    expect(isRetryable(Object.assign(new Error('x'), properties))).toBe(
      expected,
    );
  });
  it('knows what has no code', () => {
    expect(isRetryable(new Error('Connection terminated unexpectedly'))).toBe(
      true,
    );
    expect(isRetryable(new Error('Connection of a cable'))).toBe(false);
    expect(isRetryable(undefined)).toBe(false);
  });
});

const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });

describe.each(databases.eachSupportedId())('runInTransaction on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(id);
    await knex.schema.createTable('t', table => table.integer('n'));
  });

  const terminate = async (transaction: Knex.Transaction) => {
    const { rows } = await transaction.raw('SELECT pg_backend_pid() AS pid');
    await knex.raw('SELECT pg_terminate_backend(?)', [rows[0].pid]);
  };

  it('runs again what lost its connection, once', async () => {
    let tries = 0;
    await runInTransaction(knex, async transaction => {
      tries += 1;
      await transaction('t').insert({ n: tries });
      if (tries === 1) await terminate(transaction);
      await transaction('t').insert({ n: 10 * tries });
    });
    expect(await knex('t').orderBy('n').pluck('n')).toEqual([2, 20]);
  });

  it('does not run again what may have been committed', async () => {
    let tries = 0;
    const running = runInTransaction(knex, async transaction => {
      tries += 1;
      await transaction('t').insert({ n: tries });
      await terminate(transaction);
    });
    expect(isConnectionLost(await running.catch(error => error))).toBe(true);
    expect(tries).toBe(1);
  });

  it('runs again the victim of a deadlock', async () => {
    await knex('t').insert([{ n: 1 }, { n: 2 }]);
    let tries = 0;
    const cross = (first: number, second: number) =>
      runInTransaction(knex, async transaction => {
        tries += 1;
        const lock = (n: number) =>
          transaction('t').where({ n }).forUpdate().select();
        await lock(first);
        await transaction.raw('SELECT pg_sleep(0.2)');
        await lock(second);
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect(tries).toBe(3);
  });
});
