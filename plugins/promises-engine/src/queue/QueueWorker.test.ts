import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SignalReceiver } from '../database/signals';
import { createSignals } from '../testing/createSignals';
import { eventually } from '../testing/eventually';
import { migratedDatabase } from '../testing/migratedDatabase';
import { enqueueWork } from './enqueueWork';
import { QueueWorker, type QueueWorkerOptions } from './QueueWorker';
import type { WorkContext, WorkHandler } from './types';

jest.setTimeout(60_000);

describe('QueueWorker', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const cleanups: Array<() => Promise<void>> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let signals: SignalReceiver;
    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
      signals = await createSignals(knex, mockServices.logger.mock());
      cleanups.push(() => signals.stop());
    });

    function work(
      handler: WorkHandler,
      options: Partial<QueueWorkerOptions> = {},
    ) {
      const worker = QueueWorker.create({
        knex,
        signals,
        logger: mockServices.logger.mock(),
        handlers: { request: handler },
        pollIntervalMs: 60_000,
        ...options,
      });
      worker.start();
      cleanups.push(() => worker.stop({ drainMs: 50 }));
      return worker;
    }
    const enqueue = (key: string, runAt?: Date) =>
      enqueueWork(knex, { kind: 'request', key, runAt });
    const rows = () => knex('work_queue');

    it('takes up what is enqueued within milliseconds and forgets it when done', async () => {
      const seen: string[] = [];
      work(async ({ work: { key } }) => {
        seen.push(key);
      });
      await sleep(100);
      const before = performance.now();
      await enqueue('a');
      await eventually(() => expect(seen).toEqual(['a']));
      expect(performance.now() - before).toBeLessThan(500);
      await eventually(async () => expect(await rows()).toEqual([]));
    });

    it('looks again at the time that the handler gave', async () => {
      const times: number[] = [];
      work(async () => {
        times.push(Date.now());
        return times.length === 1 ? { runAt: new Date(Date.now() + 300) } : {};
      });
      await enqueue('a');
      await eventually(() => expect(times).toHaveLength(2));
      expect(times[1] - times[0]).toBeGreaterThanOrEqual(290);
      expect(times[1] - times[0]).toBeLessThan(1_500);
    });

    it.each([
      ['behind', -3_600_000],
      ['ahead', 3_600_000],
    ])(
      'looks again after the same time where its clock is %s that of the database',
      async (_, byMs) => {
        const now = () => new Date(Date.now() + byMs);
        let count = 0;
        work(
          async () => {
            count += 1;
            // Looked at without a pause it would never end.
            return count < 50 ? { runAt: new Date(now().getTime() + 300) } : {};
          },
          { now },
        );
        await enqueue('a');
        await eventually(() => expect(count).toBeGreaterThanOrEqual(2));
        expect(count).toBeLessThan(5);
      },
    );

    it('looks again at what was enqueued while it was looked at', async () => {
      let count = 0;
      work(async ({ work: { key } }) => {
        count += 1;
        if (count === 1) {
          await enqueue(key);
        }
      });
      await enqueue('a');
      await eventually(() => expect(count).toBe(2));
      await eventually(async () => expect(await rows()).toEqual([]));
    });

    it('tries again after a failure, with the reason in the row', async () => {
      let count = 0;
      work(async () => {
        count += 1;
        if (count === 1) {
          throw new Error('no route to host');
        }
      });
      await enqueue('a');
      await eventually(async () =>
        expect(await rows().first()).toMatchObject({
          attempts: 1,
          last_error: expect.stringContaining('no route to host'),
        }),
      );
      await eventually(() => expect(count).toBe(2));
      await eventually(async () => expect(await rows()).toEqual([]));
    });

    it('never looks at one key twice at a time, over two workers, and misses none', async () => {
      const active = new Set<string>();
      const done = new Map<string, number>();
      let together = 0;
      const handler: WorkHandler = async ({ work: { key } }) => {
        expect(active.has(key)).toBe(false);
        active.add(key);
        together = Math.max(together, active.size);
        await sleep(5);
        active.delete(key);
        done.set(key, (done.get(key) ?? 0) + 1);
      };
      work(handler);
      work(handler);
      const keys = Array.from({ length: 30 }, (_, index) => `k${index}`);
      for (const key of [...keys, ...keys]) {
        await enqueue(key);
      }
      await eventually(async () => expect(await rows()).toEqual([]), 20_000);
      expect([...done.keys()].sort()).toEqual([...keys].sort());
      expect(together).toBeGreaterThan(1);
      expect(together).toBeLessThanOrEqual(8);
    });

    it('keeps a long effect alive by renewing its lease', async () => {
      let count = 0;
      const handler: WorkHandler = async ({ signal }) => {
        count += 1;
        await sleep(900, undefined, { signal });
      };
      work(handler, { leaseMs: 300 });
      work(handler, { leaseMs: 300, pollIntervalMs: 50 });
      await enqueue('a');
      await eventually(async () => expect(await rows()).toEqual([]));
      expect(count).toBe(1);
    });

    it('aborts a handler whose work was taken over, and leaves the row to the other', async () => {
      let context: WorkContext | undefined;
      const ended = jest.fn();
      work(
        async given => {
          context = given;
          await sleep(10_000, undefined, { signal: given.signal }).finally(
            ended,
          );
        },
        { leaseMs: 300 },
      );
      await enqueue('a');
      await eventually(() => expect(context).toBeDefined());
      await rows().update({
        lease_owner: 'other',
        epoch: knex.raw('epoch + 1'),
      });
      await eventually(() => expect(ended).toHaveBeenCalled());
      expect(context!.signal.aborted).toBe(true);
      await sleep(50);
      expect(await rows()).toMatchObject([{ lease_owner: 'other' }]);
    });

    it('takes up what a dead worker left when its lease lapses', async () => {
      await enqueue('a');
      await rows().update({
        lease_owner: 'dead',
        lease_until: new Date(Date.now() + 400).toISOString(),
        epoch: 7,
      });
      const seen: WorkContext[] = [];
      const before = Date.now();
      work(async given => {
        seen.push(given);
      });
      await eventually(() => expect(seen).toHaveLength(1));
      expect(Date.now() - before).toBeGreaterThanOrEqual(350);
      expect(seen[0].work.epoch).toBeGreaterThan(7);
    });

    it('aborts at the stop and leaves the work free for others at once', async () => {
      let started = false;
      const worker = work(async ({ signal }) => {
        started = true;
        await sleep(60_000, undefined, { signal });
      });
      await enqueue('a');
      await eventually(() => expect(started).toBe(true));
      expect(worker.active).toHaveLength(1);
      await worker.stop({ drainMs: 20 });
      expect(worker.active).toEqual([]);
      expect(await rows()).toMatchObject([{ lease_owner: null, attempts: 0 }]);
    });

    it('lets a slow kind not hold up another', async () => {
      let delivered = false;
      const slow: WorkHandler = async ({ signal }) => {
        await sleep(60_000, undefined, { signal });
      };
      work(slow, {
        concurrency: { request: 2, deliver: 1 },
        handlers: {
          request: slow,
          deliver: async () => {
            delivered = true;
          },
        },
      });
      for (const key of ['a', 'b', 'c', 'd']) {
        await enqueue(key);
      }
      await enqueueWork(knex, { kind: 'deliver', key: 's' });
      await eventually(() => expect(delivered).toBe(true));
    });

    it('costs next to nothing while idle', async () => {
      await enqueue('later', new Date(Date.now() + 3_600_000));
      work(async () => {}, { pollIntervalMs: 200 });
      await sleep(300);
      let statements = 0;
      knex.on('query', () => {
        statements += 1;
      });
      await sleep(1_000);
      expect(statements).toBeLessThanOrEqual(5);
    });

    it('survives errors of the database', async () => {
      const seen: string[] = [];
      const broken = jest.fn();
      // A knex whose first statements fail, as while the server restarts.
      const flaky = new Proxy(knex, {
        get(target, property) {
          if (property === 'raw' && broken.mock.calls.length < 2) {
            return (sql: string, ...rest: unknown[]) => {
              if (sql.startsWith('WITH due')) {
                broken();
                return Promise.reject(new Error('terminating connection'));
              }
              return Reflect.apply(target.raw, target, [sql, ...rest]);
            };
          }
          return Reflect.get(target, property);
        },
      });
      work(
        async ({ work: { key } }) => {
          seen.push(key);
        },
        { knex: flaky },
      );
      await enqueue('a');
      await eventually(() => expect(seen).toEqual(['a']));
      expect(broken).toHaveBeenCalledTimes(2);
    });
  });
});
