import { TestDatabases } from '@backstage/backend-test-utils';
import { migrateDatabase } from '../database';
import { probeSignals } from '../database/signals/probeSignals';
import { isPostgres } from '../database/isPostgres';
import { readDatabaseHealth } from './readDatabaseHealth';
import { readDatabaseTime } from './readDatabaseTime';
import { readQueueHealth } from './readQueueHealth';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('health on %s', id => {
  async function open() {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    return knex;
  }

  it('tells what the database is and which migrations it has had', async () => {
    const knex = await open();
    expect(await readDatabaseHealth(knex)).toEqual({
      client: isPostgres(knex) ? 'postgres' : 'sqlite',
      version: expect.stringMatching(isPostgres(knex) ? /^15\./ : /^3\.\d+/),
      inMemory: !isPostgres(knex),
      pendingMigrations: [],
      unknownMigrations: [],
    });
    await knex('knex_migrations')
      .where('name', 'like', '%_violations.js')
      .update({
        name: '20990101000000_later.js',
      });
    expect(await readDatabaseHealth(knex)).toMatchObject({
      pendingMigrations: [expect.stringMatching(/_violations\.js$/)],
      unknownMigrations: ['20990101000000_later.js'],
    });
  });

  it('reads the clock of the database', async () => {
    const knex = await open();
    const before = Date.now();
    const at = await readDatabaseTime(knex);
    expect(at).toBeGreaterThanOrEqual(before - 1_000);
    expect(at).toBeLessThanOrEqual(Date.now() + 1_000);
  });

  it('tells how long work waits, and what goes wrong', async () => {
    const knex = await open();
    expect(await readQueueHealth(knex)).toEqual({
      entries: 0,
      overdueMs: 0,
      failing: [],
      setAside: [],
      setAsideCount: 0,
    });
    const hour = 3_600_000;
    const at = (plusMs: number) => new Date(Date.now() + plusMs).toISOString();
    const row = {
      kind: 'request',
      epoch: 1,
      again: false,
      attempts: 0,
      enqueued_at: at(0),
    };
    await knex('work_queue').insert([
      { ...row, key: 'due', run_at: at(-hour) },
      {
        ...row,
        key: 'held',
        run_at: at(-2 * hour),
        lease_owner: 'somebody',
        lease_until: at(hour),
      },
      {
        ...row,
        key: 'failing',
        run_at: at(hour),
        attempts: 3,
        last_error: 'no route to host',
      },
    ]);
    const health = await readQueueHealth(knex);
    expect(health).toMatchObject({
      entries: 3,
      failing: [
        {
          kind: 'request',
          key: 'failing',
          attempts: 3,
          lastError: 'no route to host',
        },
      ],
    });
    expect(Math.abs(health.overdueMs - hour)).toBeLessThan(60_000);
  });

  it('hears what is said through the database', async () => {
    const knex = await open();
    const heard = { outcome: 'heard', afterMs: expect.any(Number) };
    const expected = isPostgres(knex) ? heard : { outcome: 'oneProcess' };
    expect(await probeSignals(knex, { timeoutMs: 5_000 })).toEqual(expected);
  });

  it('says so where nothing is heard, as behind a pooler of transactions', async () => {
    const knex = await open();
    if (!isPostgres(knex)) return;
    const acquire = knex.client.acquireRawConnection.bind(knex.client);
    const spy = jest
      .spyOn(knex.client, 'acquireRawConnection')
      .mockImplementation(async () => {
        const connection = await acquire();
        const query = connection.query.bind(connection);
        connection.query = (sql: string) =>
          query(sql.startsWith('LISTEN') ? 'SELECT 1' : sql);
        return connection;
      });
    expect(await probeSignals(knex, { timeoutMs: 500 })).toEqual({
      outcome: 'silent',
      problem: 'a notification did not arrive within 0.5 s',
    });
    spy.mockRejectedValue(new Error('no connection left'));
    expect(await probeSignals(knex, { timeoutMs: 500 })).toEqual({
      outcome: 'silent',
      problem: expect.stringContaining('no connection left'),
    });
    spy.mockRestore();
  });
});
