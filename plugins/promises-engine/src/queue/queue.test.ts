import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { runInTransaction } from '../database/transactions';
import { migratedDatabase } from '../testing/migratedDatabase';
import { assertLease } from './assertLease';
import { claimWork } from './claimWork';
import { enqueueWork } from './enqueueWork';
import { nextWork } from './nextWork';
import { releaseWork } from './releaseWork';
import { renewWork } from './renewWork';

jest.setTimeout(60_000);

const leaseMs = 10_000;
const start = Date.parse('2030-01-01T00:00:00.000Z');
const at = (seconds: number) => new Date(start + seconds * 1_000);

describe('the work queue', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const claim = (knex: Knex, owner: string, now: Date, limit = 10) =>
    claimWork(knex, { kinds: ['request'], owner, leaseMs, limit, now });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
    });

    it('keeps one row for a key, with the earliest time', async () => {
      for (const seconds of [5, 3, 9]) {
        await enqueueWork(knex, {
          kind: 'request',
          key: 'a',
          runAt: at(seconds),
        });
      }
      expect(await knex('work_queue').select('key', 'run_at')).toEqual([
        { key: 'a', run_at: at(3).toISOString() },
      ]);
      expect(await claim(knex, 'one', at(2))).toEqual([]);
      expect(await claim(knex, 'one', at(3))).toMatchObject([{ key: 'a' }]);
    });

    it('is due at once without a time', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a' });
      const options = { kinds: ['request' as const], owner: 'o', leaseMs };
      expect(await claimWork(knex, { ...options, limit: 1 })).toMatchObject([
        { kind: 'request', key: 'a', attempts: 0 },
      ]);
      expect(await claimWork(knex, { ...options, limit: 1 })).toEqual([]);
    });

    it('gives only the kinds that were asked for, the earliest first', async () => {
      await enqueueWork(knex, { kind: 'deliver', key: 'x', runAt: at(0) });
      await enqueueWork(knex, { kind: 'request', key: 'b', runAt: at(2) });
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(1) });
      expect(await claim(knex, 'one', at(5), 1)).toMatchObject([{ key: 'a' }]);
      expect(await claim(knex, 'one', at(5))).toMatchObject([{ key: 'b' }]);
    });

    it('removes the row at release, and an epoch never comes again', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
      const [first] = await claim(knex, 'one', at(1));
      expect(await releaseWork(knex, { work: first, owner: 'one' })).toBe(
        'done',
      );
      expect(await knex('work_queue')).toEqual([]);
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
      const [second] = await claim(knex, 'one', at(2));
      expect(second.epoch).toBeGreaterThan(first.epoch);
    });

    it('looks again at what was enqueued while claimed', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
      const [work] = await claim(knex, 'one', at(1));
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(7) });
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(4) });
      expect(await claim(knex, 'two', at(5))).toEqual([]);
      expect(
        await releaseWork(knex, { work, owner: 'one', runAt: at(100) }),
      ).toBe('again');
      expect(await claim(knex, 'two', at(3))).toEqual([]);
      expect(await claim(knex, 'two', at(4))).toMatchObject([{ key: 'a' }]);
    });

    it('keeps the row for a known time', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
      const [work] = await claim(knex, 'one', at(1));
      await releaseWork(knex, { work, owner: 'one', runAt: at(30) });
      expect(
        await nextWork(knex, { kinds: ['request', 'deliver'], now: at(10) }),
      ).toEqual(new Map([['request', 20_000]]));
      expect(await claim(knex, 'one', at(29))).toEqual([]);
      expect(await claim(knex, 'one', at(30))).toHaveLength(1);
    });

    it('counts failures until a success', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
      const [first] = await claim(knex, 'one', at(1));
      await releaseWork(knex, {
        work: first,
        owner: 'one',
        error: 'no route to host',
        runAt: at(3),
        now: at(1),
      });
      expect(await knex('work_queue').first()).toMatchObject({
        attempts: 1,
        last_error: 'no route to host',
        lease_owner: null,
      });
      const [second] = await claim(knex, 'one', at(3));
      expect(second.attempts).toBe(1);
      await releaseWork(knex, { work: second, owner: 'one', runAt: at(5) });
      expect(await knex('work_queue').first()).toMatchObject({
        attempts: 0,
        last_error: null,
      });
    });

    it('does not spin when a failure enqueues itself', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
      const [work] = await claim(knex, 'one', at(10));
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(10) });
      await releaseWork(knex, {
        work,
        owner: 'one',
        error: 'x',
        runAt: at(60),
        now: at(10),
      });
      expect(await knex('work_queue').pluck('run_at')).toEqual([
        at(11).toISOString(),
      ]);
    });

    it('gives what a dead process was at before all that waits', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'taken', runAt: at(1) });
      await claim(knex, 'one', at(2));
      await enqueueWork(knex, { kind: 'request', key: 'waits', runAt: at(3) });
      // Somebody changes it while its process dies: that must not put it last.
      await enqueueWork(knex, { kind: 'request', key: 'taken', runAt: at(9) });
      expect(await claim(knex, 'two', at(13), 1)).toMatchObject([
        { key: 'taken' },
      ]);
      expect(await claim(knex, 'two', at(13), 1)).toMatchObject([
        { key: 'waits' },
      ]);
    });

    it('hands a lapsed lease to another and fences the first', async () => {
      await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
      const [old] = await claim(knex, 'one', at(0));
      expect(await claim(knex, 'two', at(10))).toEqual([]);
      expect(
        await renewWork(knex, {
          work: old,
          owner: 'one',
          leaseMs,
          now: at(5),
        }),
      ).toBe(true);
      expect(await claim(knex, 'two', at(15))).toEqual([]);
      const [taken] = await claim(knex, 'two', at(15.001));
      expect(taken.epoch).toBeGreaterThan(old.epoch);

      const one = { work: old, owner: 'one' };
      expect(await renewWork(knex, { ...one, leaseMs })).toBe(false);
      expect(await releaseWork(knex, one)).toBe('lost');
      await expect(
        runInTransaction(knex, trx => assertLease(trx, one)),
      ).rejects.toThrow('Work request a was taken over');
      await runInTransaction(knex, trx =>
        assertLease(trx, { work: taken, owner: 'two' }),
      );
      expect(await knex('work_queue').first()).toMatchObject({
        lease_owner: 'two',
      });
    });
  });

  const postgres = databases
    .eachSupportedId()
    .filter(([id]) => id !== 'SQLITE_3');
  if (postgres.length > 0) {
    describe('on Postgres', () => {
      it('never gives one key to two', async () => {
        const knex = await migratedDatabase(databases, 'POSTGRES_15');
        for (let index = 0; index < 60; index += 1) {
          await enqueueWork(knex, { kind: 'request', key: `k${index}` });
        }
        const claims = await Promise.all(
          Array.from({ length: 12 }, (_, index) =>
            claimWork(knex, {
              kinds: ['request'],
              owner: `w${index}`,
              leaseMs,
              limit: 7,
            }),
          ),
        );
        const keys = claims.flat().map(work => work.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length).toBeGreaterThanOrEqual(50);
      });

      it('cannot be taken over while the fence is held, and others can still enqueue', async () => {
        const knex = await migratedDatabase(databases, 'POSTGRES_15');
        await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
        const [work] = await claim(knex, 'one', at(0));
        await runInTransaction(knex, async trx => {
          await assertLease(trx, { work, owner: 'one' });
          expect(await claim(knex, 'two', at(60))).toEqual([]);
          await enqueueWork(knex, { kind: 'request', key: 'a' });
        });
        expect(await claim(knex, 'two', at(60))).toHaveLength(1);
      });

      it('is not claimed before the change that enqueued it is committed', async () => {
        const knex = await migratedDatabase(databases, 'POSTGRES_15');
        await enqueueWork(knex, { kind: 'request', key: 'a', runAt: at(0) });
        await runInTransaction(knex, async trx => {
          await enqueueWork(trx, { kind: 'request', key: 'a', runAt: at(9) });
          expect(await claim(knex, 'one', at(1))).toEqual([]);
        });
        expect(await claim(knex, 'one', at(1))).toHaveLength(1);
      });
    });
  }
});
