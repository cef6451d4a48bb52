import { TestDatabases } from '@backstage/backend-test-utils';
import { withdrawPromise } from './database/operations/promises/withdrawPromise';
import {
  childDocument,
  findLive,
  startCompound,
} from './__testUtils__/CompoundHarness';
import type { EngineHarness } from './__testUtils__/EngineHarness';
import { promiseOf } from './__testUtils__/promiseOf';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'children of Promises that change on %p',
  id => {
    let harness: EngineHarness;
    let documents: Record<string, string>;

    async function given(
      options: Omit<Parameters<typeof startCompound>[0], 'knex'> = {},
    ): Promise<void> {
      const started = await startCompound({
        documents: { 'database.yaml': childDocument('database', 'orders-db') },
        ...options,
        knex: await databases.init(id),
      });
      ({ harness, documents } = started);
      await harness.untilPromise('Available', 'service');
    }

    const order = (name = 'orders', promiseName = 'service') =>
      harness.apply({ promiseName, name });

    afterEach(() => harness.dispose());

    it('orders nothing of a withdrawn Promise, and keeps and changes what is there', async () => {
      await given();
      const first = await order('orders');
      await harness.untilState(first, 'Delivered');
      await withdrawPromise(harness.knex, {
        platform: 'native',
        entityRef: 'promise:default/database',
        now: new Date(),
      });
      documents['database.yaml'] = childDocument('database', 'orders-db', {
        spec: { size: 'large' },
      });
      documents['more.yaml'] = childDocument('database', 'more-db');
      const { row_version: version } = await harness.request(first);
      await harness.apply({
        promiseName: 'service',
        name: 'orders',
        spec: { size: 'large' },
        ifMatch: String(version),
      });
      expect(
        await harness.untilState(first, 'Degraded', {
          state_reason: 'ChildPromiseWithdrawn',
        }),
      ).toMatchObject({
        state_message: expect.stringContaining(
          'database default/more-db cannot be ordered: Promise database was withdrawn',
        ),
      });
      await eventually(async () => {
        expect(await findLive(harness, 'database', 'orders-db')).toMatchObject({
          generation: 2,
          state: 'Delivered',
        });
      });
      // It appears again, and the parent is woken.
      await harness.addPromise(
        promiseOf({ name: 'database', configure: ['database'] }),
      );
      await harness.untilState(first, 'Delivered');
    });

    it('says what a child waits for whose Promise lacks a requirement', async () => {
      await given({
        promises: [
          {
            name: 'database',
            configure: ['database'],
            requiredPromises: [{ name: 'storage', version: 'v1.0.0' }],
          },
          { name: 'service', configure: ['service'] },
        ],
      });
      const uid = await order();
      await harness.untilState(uid, 'Delivering', {
        state_reason: 'ChildrenInProgress',
      });
      await eventually(async () => {
        expect((await harness.request(uid)).state_message).toMatch(
          /^0 of 1 children are delivered; waits for database default\/orders-db; database default\/orders-db is Pending: .*storage v1\.0\.0/,
        );
      });
      await eventually(async () => {
        expect(await findLive(harness, 'database', 'orders-db')).toMatchObject({
          state: 'Pending',
          state_message: expect.stringContaining('storage v1.0.0'),
        });
      });
    });

    it('names the circle where Promises require each other', async () => {
      await given();
      for (const [name, required] of [
        ['circle', 'ring'],
        ['ring', 'circle'],
      ]) {
        await harness.addPromise(
          promiseOf({ name, requiredPromises: [{ name: required }] }),
        );
      }
      await eventually(async () => {
        expect(await harness.promise('circle')).toMatchObject({
          state: 'Unavailable',
          message:
            'Requirements not fulfilled: ring: Requirement not available. They require each other in a circle, so none of them can become available: circle → ring → circle',
        });
      });
    });

    it('recognises documents when their Promise appears', async () => {
      await given({
        promises: [{ name: 'service', configure: ['service'] }],
      });
      const uid = await order();
      await harness.untilState(uid, 'Delivered');
      expect(await harness.count('requests')).toBe(1);
      await harness.addPromise(
        promiseOf({ name: 'database', configure: ['database'] }),
      );
      await eventually(async () => {
        expect(await findLive(harness, 'database', 'orders-db')).toMatchObject({
          parent_uid: uid,
          state: 'Delivered',
        });
      });
    });
  },
);
