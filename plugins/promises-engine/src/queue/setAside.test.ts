import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkQueueRow } from '../database/rows/rows';
import { runInTransaction } from '../database/transactions';
import type { SignalReceiver } from '../database/signals';
import { createSignals } from '../testing/createSignals';
import { eventually } from '../testing/eventually';
import { migratedDatabase } from '../testing/migratedDatabase';
import { isPoisoned, UNTIL_ASKED } from './decideSetAside';
import { enqueueWork } from './enqueueWork';
import { QueueWorker } from './QueueWorker';
import type { SetAsideWork, WorkHandler, WorkKind } from './types';

jest.setTimeout(60_000);

describe('isPoisoned', () => {
  const minute = 60_000;
  it.each([
    [1, 0, false],
    [19, 14 * minute, false],
    [20, 14 * minute, true],
    [2, 90 * minute, false],
    [3, 59 * minute, false],
    [3, 60 * minute, true],
  ])('%s failures over %s ms: %s', (failures, failingMs, expected) => {
    expect(isPoisoned({ failures, failingMs })).toBe(expected);
  });
});

describe('work that fails again and again', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let signals: SignalReceiver;
    let worker: QueueWorker | undefined;
    let setAside: SetAsideWork[];

    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
      signals = await createSignals(knex, mockServices.logger.mock());
      setAside = [];
    });
    afterEach(async () => {
      await worker?.stop({ drainMs: 50 });
      await signals.stop();
    });

    function start(handler: WorkHandler, kind: WorkKind = 'request') {
      worker = QueueWorker.create({
        knex,
        signals,
        logger: mockServices.logger.mock(),
        handlers: { [kind]: handler },
        setAside: {
          [kind]: async (work: SetAsideWork) => {
            setAside.push(work);
            await runInTransaction(knex, work.release);
          },
        },
        pollIntervalMs: 60_000,
      });
      worker.start();
    }
    const change = (columns: Partial<WorkQueueRow>) =>
      knex<WorkQueueRow>('work_queue').update(columns);
    const row = () => knex<WorkQueueRow>('work_queue').first();
    const poison: WorkHandler = async () => {
      throw new Error('cannot read it');
    };

    async function failOften(kind: WorkKind, columns: Partial<WorkQueueRow>) {
      await enqueueWork(knex, { kind, key: 'a' });
      await change(columns);
      start(poison, kind);
      await eventually(() => expect(setAside).toHaveLength(1));
      await eventually(async () =>
        expect(await row()).toMatchObject({ lease_owner: null }),
      );
    }

    it('is set aside with its error, and hinders nothing else', async () => {
      await failOften('request', { attempts: 19 });
      expect(setAside[0]).toMatchObject({
        failures: 20,
        error: expect.stringContaining('cannot read it'),
      });
      expect(await row()).toMatchObject({
        attempts: 20,
        run_at: UNTIL_ASKED.toISOString(),
        set_aside_at: expect.any(String),
        last_error: expect.stringContaining('cannot read it'),
      });
      // As a sweep does.
      await enqueueWork(knex, { kind: 'request', key: 'a' });
      await sleep(200);
      expect(setAside).toHaveLength(1);
      expect(await row()).toMatchObject({ run_at: UNTIL_ASKED.toISOString() });
      expect(worker?.active).toEqual([]);
    });

    it('is set aside when it has failed for an hour', async () => {
      const since = new Date(Date.now() - 3_700_000).toISOString();
      await failOften('request', { attempts: 2, failing_since: since });
      expect(await row()).toMatchObject({ failing_since: since });
    });

    it('is not set aside where somebody asked for it during the last of its tries', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a' });
      await change({ attempts: 19 });
      let tries = 0;
      start(async () => {
        tries += 1;
        if (tries > 1) return;
        await enqueueWork(knex, { kind: 'request', key: 'a', anew: true });
        throw new Error('cannot read it');
      });
      await eventually(() => expect(tries).toBe(2));
      await eventually(async () => expect(await row()).toBeUndefined());
    });

    it('is tried further where only the clock of this process says that an hour has passed', async () => {
      const ahead = jest
        .spyOn(Date, 'now')
        .mockImplementation(() => performance.timeOrigin + 7_200_000);
      try {
        const since = new Date(performance.timeOrigin).toISOString();
        await enqueueWork(knex, { kind: 'request', key: 'a' });
        await change({ attempts: 5, failing_since: since });
        start(poison);
        await eventually(async () =>
          expect(await row()).toMatchObject({ attempts: 6 }),
        );
        expect(setAside).toEqual([]);
      } finally {
        ahead.mockRestore();
      }
    });

    it('is worked on again when somebody asks for it, with all tries before it', async () => {
      await failOften('request', { attempts: 19 });
      await enqueueWork(knex, { kind: 'request', key: 'a', anew: true });
      await eventually(async () =>
        expect(await row()).toMatchObject({
          attempts: 1,
          set_aside_at: null,
          lease_owner: null,
        }),
      );
      expect(setAside).toHaveLength(1);
    });

    it('is tried once an hour where it is more than one request', async () => {
      await failOften('deliver', { attempts: 19 });
      const { run_at: next } = (await row())!;
      const wait = Date.parse(next) - Date.now();
      expect(wait).toBeGreaterThan(3_500_000);
      expect(wait).toBeLessThan(3_700_000);
    });

    it('is set aside where it ends its worker each time', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a' });
      const dead = new Date(Date.now() - 1_000).toISOString();
      await change({
        lease_owner: 'gone',
        lease_until: dead,
        abandoned: 8,
      });
      const handled = jest.fn();
      start(async () => {
        handled();
        await change({ lease_owner: 'gone', lease_until: dead });
      });
      await eventually(() => expect(setAside).toHaveLength(1), 15_000);
      expect(handled).toHaveBeenCalledTimes(1);
      expect(setAside[0].error).toContain('ended 10 times in a row');
    });

    it('is not counted where the database is to blame', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a' });
      await change({ attempts: 19 });
      let tries = 0;
      start(async () => {
        tries += 1;
        if (tries === 1) {
          throw new Error('Connection terminated unexpectedly');
        }
      });
      await eventually(async () => expect(await row()).toBeUndefined());
      expect(tries).toBe(2);
      expect(setAside).toEqual([]);
    });
  });
});
