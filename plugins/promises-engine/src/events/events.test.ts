import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { createSignals } from '../testing/createSignals';
import { eventually } from '../testing/eventually';
import { migratedDatabase } from '../testing/migratedDatabase';
import { runInTransaction } from '../database/transactions';
import { appendEvent } from './appendEvent';
import { appendEvents } from './appendEvents';
import { EventTail } from './EventTail';
import { listEvents } from './listEvents';
import { pruneEvents } from './pruneEvents';
import type { NewEvent, StoredEvent } from './types';

jest.setTimeout(60_000);

const event = (fields: Partial<NewEvent> = {}): NewEvent => ({
  type: 'RequestChanged',
  payload: { generation: 2 },
  ...fields,
});

describe('the event log', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const cleanups: Array<() => Promise<void>> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function tailOf(knex: Knex, pollIntervalMs = 60_000) {
    const signals = await createSignals(knex, mockServices.logger.mock());
    const tail = EventTail.create({
      knex,
      signals,
      logger: mockServices.logger.mock(),
      pollIntervalMs,
    });
    await tail.start();
    cleanups.push(async () => {
      await tail.stop();
      await signals.stop();
    });
    const heard: StoredEvent[] = [];
    tail.subscribe(item => heard.push(item));
    return { tail, heard };
  }
  const append = (knex: Knex, fields?: Partial<NewEvent>) =>
    runInTransaction(knex, trx => appendEvent(trx, event(fields)));

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
    });

    it('appends many at once, in the order given', async () => {
      const positions = await runInTransaction(knex, trx =>
        appendEvents(
          trx,
          Array.from({ length: 1_100 }, (_, index) =>
            event({ requestUid: `U${index}` }),
          ),
        ),
      );
      const { items } = await listEvents(knex, { limit: 2_000 });
      expect(items.map(item => item.position)).toEqual(positions);
      expect(items.at(-1)?.requestUid).toBe('U1099');
      expect(items).toHaveLength(1_100);
    });

    it('begins a read anew that hangs, and gives nothing twice', async () => {
      let answerLate = () => {};
      let reads = 0;
      const hanging = new Proxy(knex, {
        apply(target, self, args: unknown[]) {
          const query = Reflect.apply(target, self, args);
          if (args[0] !== 'events') return query;
          reads += 1;
          if (reads !== 2) return query;
          // As where the server is gone and nobody says so; what it answers at last is old.
          const late = new Promise<void>(resolve => {
            answerLate = resolve;
          });
          query.then = (resolve: (rows: unknown) => void) =>
            late.then(async () => resolve(await knex('events')));
          return query;
        },
      });
      const signals = await createSignals(knex, mockServices.logger.mock());
      const tail = EventTail.create({
        knex: hanging,
        signals,
        logger: mockServices.logger.mock(),
        pollIntervalMs: 60_000,
        hangingMs: 200,
      });
      const heard: string[] = [];
      tail.subscribe(({ position }) => heard.push(position));
      await tail.start();
      cleanups.push(async () => {
        await tail.stop();
        await signals.stop();
      });
      const position = await append(knex);
      await eventually(() => expect(heard).toEqual([position]));
      expect(tail.health).toMatchObject({ running: true, restarts: 1 });
      answerLate();
      const second = await append(knex);
      await eventually(() => expect(heard).toEqual([position, second]));
    });

    it('gives back what was appended', async () => {
      const position = await append(knex, {
        actor: 'user:default/ann',
        platform: 'native',
        promiseName: 'redis',
        requestUid: 'U1',
        namespace: 'default',
        ownerRef: 'group:default/a',
        requestedBy: 'user:default/ann',
        runId: 'R1',
        stepId: 'S1',
        destination: 'dev',
        version: 3,
      });
      const page = await listEvents(knex, {});
      expect(page).toEqual({
        reset: false,
        next: position,
        items: [
          {
            position,
            type: 'RequestChanged',
            version: 3,
            at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/),
            actor: 'user:default/ann',
            platform: 'native',
            promiseName: 'redis',
            requestUid: 'U1',
            namespace: 'default',
            ownerRef: 'group:default/a',
            requestedBy: 'user:default/ann',
            runId: 'R1',
            stepId: 'S1',
            destination: 'dev',
            payload: { generation: 2 },
          },
        ],
      });
    });

    it('pages and filters', async () => {
      const positions: string[] = [];
      for (const requestUid of ['A', 'B', 'A', 'B', 'A']) {
        positions.push(await append(knex, { requestUid }));
      }
      const first = await listEvents(knex, {
        limit: 2,
        filter: { requestUid: 'A' },
      });
      expect(first.items.map(item => item.position)).toEqual([
        positions[0],
        positions[2],
      ]);
      expect(first.next).toBe(positions[2]);
      const second = await listEvents(knex, {
        limit: 2,
        after: first.next,
        authorize: query => query.where('request_uid', 'A'),
      });
      expect(second.items.map(item => item.position)).toEqual([positions[4]]);
      const last = await listEvents(knex, {
        after: positions[0],
        filter: { types: ['RunStarted'] },
      });
      expect(last).toEqual({ items: [], next: positions[4], reset: false });
    });

    it('resets a cursor that is older than what is kept, or of another log', async () => {
      const positions: string[] = [];
      for (let index = 0; index < 4; index += 1) {
        positions.push(await append(knex));
      }
      const removed = await pruneEvents(knex, {
        before: new Date(Date.now() + 60_000),
        limit: 2,
      });
      expect(removed).toBe(2);
      const page = (after: string) => listEvents(knex, { after });
      expect(await page(positions[0])).toEqual({
        items: [],
        next: positions[3],
        reset: true,
      });
      expect((await page(positions[1])).items).toHaveLength(2);
      expect((await page(positions[3])).reset).toBe(false);
      expect((await page('999')).reset).toBe(true);
      expect((await page('0')).items).toHaveLength(2);
    });

    it('tells listeners within milliseconds of the commit, in order and once', async () => {
      await append(knex);
      const { heard, tail } = await tailOf(knex);
      const delays: number[] = [];
      for (let index = 0; index < 50; index += 1) {
        await append(knex, { payload: { index } });
        const committed = performance.now();
        await eventually(() => expect(heard).toHaveLength(index + 1));
        delays.push(performance.now() - committed);
      }
      expect(heard.map(item => item.payload.index)).toEqual(
        Array.from({ length: 50 }, (_, index) => index),
      );
      expect(tail.position).toBe(heard.at(-1)!.position);
      expect(delays.sort((a, b) => a - b)[25]).toBeLessThan(50);
    });

    it('says nothing of what was rolled back', async () => {
      const { heard } = await tailOf(knex);
      await expect(
        runInTransaction(knex, async trx => {
          await appendEvent(trx, event());
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await append(knex, { payload: { kept: true } });
      await eventually(() => expect(heard).toHaveLength(1));
      expect(heard[0].payload).toEqual({ kept: true });
    });

    it('goes on after a listener failed', async () => {
      const { heard, tail } = await tailOf(knex);
      tail.subscribe(() => {
        throw new Error('bad listener');
      });
      await append(knex);
      await append(knex);
      await eventually(() => expect(heard).toHaveLength(2));
    });

    it('costs nothing but the poll while idle', async () => {
      const statements: string[] = [];
      knex.on('query', ({ sql }) => statements.push(sql));
      await tailOf(knex, 100);
      statements.length = 0;
      const start = performance.now();
      await eventually(() =>
        expect(statements.length).toBeGreaterThanOrEqual(5),
      );
      const polls = (performance.now() - start) / 100;
      expect(statements.length).toBeLessThanOrEqual(polls + 2);
    });
  });

  if (databases.supports('POSTGRES_15')) {
    describe('on Postgres', () => {
      it('skips no event of a transaction that commits late', async () => {
        const knex = await migratedDatabase(databases, 'POSTGRES_15');
        const { heard } = await tailOf(knex, 20);
        const slow = await knex.transaction();
        const slowPosition = await appendEvent(
          slow,
          event({ payload: { who: 'slow' } }),
        );
        const fast = append(knex, { payload: { who: 'fast' } });
        await new Promise(resolve => setTimeout(resolve, 200));
        expect(heard).toEqual([]);
        expect((await listEvents(knex, {})).items).toEqual([]);
        await slow.commit();
        const fastPosition = await fast;
        expect(BigInt(fastPosition)).toBeGreaterThan(BigInt(slowPosition));
        await eventually(() => expect(heard).toHaveLength(2));
        expect(heard.map(item => item.payload.who)).toEqual(['slow', 'fast']);
      });

      it('keeps commit order under many writers, and every replica hears all of it', async () => {
        const knex = await migratedDatabase(databases, 'POSTGRES_15');
        const tails = await Promise.all([tailOf(knex), tailOf(knex)]);
        await Promise.all(
          Array.from({ length: 200 }, (_, index) =>
            append(knex, { payload: { index } }),
          ),
        );
        const { items } = await listEvents(knex, { limit: 500 });
        expect(items).toHaveLength(200);
        for (const { heard } of tails) {
          await eventually(() => expect(heard).toEqual(items));
        }
      });

      it('hears other replicas by LISTEN and finds the connection again when it was cut', async () => {
        const other = await migratedDatabase(databases, 'POSTGRES_15');
        // A pool of its own is a replica of its own.
        const mine = createKnex({ ...other.client.config });
        cleanups.push(() => mine.destroy());
        const { heard } = await tailOf(mine);
        const before = performance.now();
        await append(other);
        await eventually(() => expect(heard).toHaveLength(1));
        expect(performance.now() - before).toBeLessThan(1_000);

        await other.raw(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
        );
        await append(other);
        await eventually(() => expect(heard).toHaveLength(2));
        await append(other);
        await eventually(() => expect(heard).toHaveLength(3), 1_000);
      });
    });
  }
});
