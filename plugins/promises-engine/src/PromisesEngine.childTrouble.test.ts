import { TestDatabases } from '@backstage/backend-test-utils';
import {
  childDocument,
  findLive,
  startCompound,
} from './__testUtils__/CompoundHarness';
import type { EngineHarness } from './__testUtils__/EngineHarness';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'trouble with children on %p',
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

    const alice = { ref: 'user:default/alice', origin: 'ui' as const };

    const problemsOf = async (uid: string) => {
      const { children } = await harness.engine.readRelatives({ uid });
      return children.map(({ uid: child, name, problem }) => ({
        name,
        isThere: child !== undefined,
        reason: problem?.reason,
      }));
    };

    afterEach(() => harness.dispose());

    it('never adopts a request that somebody ordered, and orders its own when that is gone', async () => {
      await given();
      await harness.untilPromise('Available', 'database');
      const stranger = await order('orders-db', 'database');
      await harness.untilState(stranger, 'Delivered');
      const uid = await order();
      expect(await harness.untilState(uid, 'Failed')).toMatchObject({
        state_reason: 'ChildNameTaken',
        state_message:
          'database default/orders-db exists already and was ordered on its own by user:default/alice; a request that exists is never adopted. Give the child another name, or delete that request',
      });
      expect(await harness.request(stranger)).toMatchObject({
        parent_uid: null,
        generation: 1,
      });
      expect(await problemsOf(uid)).toEqual([
        { name: 'orders-db', isThere: false, reason: 'ChildNameTaken' },
      ]);
      await harness.engine.native.delete({ uid: stranger, actor: alice });
      await harness.untilState(uid, 'Delivered');
      expect(await findLive(harness, 'database', 'orders-db')).toMatchObject({
        parent_uid: uid,
      });
    });

    it('does not share a child between two parents', async () => {
      await given();
      const first = await order('first');
      await harness.untilState(first, 'Delivered');
      const second = await order('second');
      expect(await harness.untilState(second, 'Failed')).toMatchObject({
        state_reason: 'ChildNameTaken',
        state_message: expect.stringContaining(
          'belongs to service default/first',
        ),
      });
      await harness.engine.native.delete({ uid: second, actor: alice });
      await harness.untilState(second, 'Deleted');
      expect(await findLive(harness, 'database', 'orders-db')).toMatchObject({
        parent_uid: first,
        delete_requested_at: null,
        state: 'Delivered',
      });
    });

    it('refuses a request that writes itself', async () => {
      await given({
        documents: { 'a.yaml': childDocument('service', 'orders') },
      });
      const uid = await order();
      expect(await harness.untilState(uid, 'Failed')).toMatchObject({
        state_reason: 'ChildCycle',
        state_message:
          'service default/orders wrote itself as its own child; take the document out of a.yaml',
      });
    });

    it('refuses a circle of two, and goes when it is deleted', async () => {
      await given({
        promises: [
          { name: 'service', configure: ['service'] },
          { name: 'circle', configure: ['circle'] },
        ],
        documents: { 'a.yaml': childDocument('circle', 'b') },
        scripts: {
          circle: () => ({
            output: { 'b.yaml': childDocument('service', 'orders') },
          }),
        },
      });
      const uid = await order();
      expect(await harness.untilState(uid, 'Failed')).toMatchObject({
        state_reason: 'ChildFailed',
        state_message: expect.stringContaining(
          'circle default/b is Failed: service default/orders is a request that this one belongs to',
        ),
      });
      expect(await findLive(harness, 'circle', 'b')).toMatchObject({
        state: 'Failed',
        state_reason: 'ChildCycle',
      });
      await harness.engine.native.delete({ uid, actor: alice });
      await harness.untilState(uid, 'Deleted');
      expect(await findLive(harness, 'circle', 'b')).toBeUndefined();
    });

    it('refuses what is nested too deep', async () => {
      await given({
        engine: { children: { maximumDepth: 2 } },
        scripts: {
          service: ({ object }) => {
            const { name } = object.metadata as { name: string };
            return {
              output: { 'a.yaml': childDocument('service', `${name}-x`) },
            };
          },
        },
      });
      const uid = await order('o');
      await harness.untilState(uid, 'Failed', { state_reason: 'ChildFailed' });
      expect(await findLive(harness, 'service', 'o-x-x')).toMatchObject({
        state: 'Failed',
        state_reason: 'ChildTooDeep',
        state_message: expect.stringContaining(
          'service default/o-x-x-x would be nested deeper than 2 levels',
        ),
      });
      const { children } = await harness.engine.readRelatives({ uid });
      expect(children).toMatchObject([
        {
          name: 'o-x',
          children: [
            {
              name: 'o-x-x',
              children: [
                { name: 'o-x-x-x', problem: { reason: 'ChildTooDeep' } },
              ],
            },
          ],
        },
      ]);
      const leaf = await findLive(harness, 'service', 'o-x-x');
      const relatives = await harness.engine.readRelatives({ uid: leaf!.uid });
      expect(relatives.ancestors.map(({ name }) => name)).toEqual(['o', 'o-x']);
    });

    it('orders none of too many children', async () => {
      await given({
        engine: { children: { maximumChildren: 2 } },
        documents: Object.fromEntries(
          ['a', 'b', 'c'].map(name => [
            `${name}.yaml`,
            childDocument('database', name),
          ]),
        ),
      });
      const uid = await order();
      await harness.untilState(uid, 'Failed', {
        state_reason: 'TooManyChildren',
      });
      expect(await harness.count('requests')).toBe(1);
    });

    it('tells each path of an invalid child, and goes on when it is mended', async () => {
      await given({
        documents: {
          'database.yaml': childDocument('database', 'orders-db', {
            spec: { size: 5 },
          }),
          'cache.yaml': childDocument('cache', 'orders-cache'),
        },
      });
      const uid = await order();
      expect(
        await harness.untilState(uid, 'Failed', {
          state_reason: 'ChildInvalid',
        }),
      ).toMatchObject({
        state_message: expect.stringMatching(
          /^database default\/orders-db in database\.yaml is not valid: spec\.size: /,
        ),
      });
      // The others are not held up.
      expect(await findLive(harness, 'cache', 'orders-cache')).toBeDefined();
      expect(await findLive(harness, 'database', 'orders-db')).toBeUndefined();
      documents['database.yaml'] = childDocument('database', 'orders-db');
      await harness.engine.native.act({ uid, verb: 'retry', actor: alice });
      await harness.untilState(uid, 'Delivered');
    });

    it('asks for the namespace before a child is ordered in another one', async () => {
      await given({
        engine: { mayOwn: ({ namespace }) => namespace !== 'secret' },
        documents: {
          'database.yaml': childDocument('database', 'orders-db', {
            namespace: 'secret',
          }),
        },
      });
      expect(await harness.untilState(await order(), 'Failed')).toMatchObject({
        state_reason: 'ChildNamespaceForbidden',
        state_message: expect.stringContaining(
          'group:default/web may have no requests in the namespace secret',
        ),
      });
    });

    it.each([
      [
        'database.yaml',
        'apiVersion: example.com/v1\nkind: database\nmetadata: {name: "a\\0b"}\n',
        'ChildInvalid',
      ],
      ['database.json', '\0', 'ChildDocumentInvalid'],
    ])(
      'tells of a NUL in %s, and can be deleted',
      async (file, text, reason) => {
        await given({ documents: { [file]: text } });
        const uid = await order();
        await harness.untilState(uid, 'Failed', { state_reason: reason });
        await harness.engine.native.delete({ uid, actor: alice });
        expect(await harness.untilState(uid, 'Deleted')).toMatchObject({ uid });
      },
    );

    it('is failed by a child that fails, and delivered when that is retried', async () => {
      let broken = true;
      await given({
        scripts: {
          database: () =>
            broken
              ? { failure: 'no capacity' }
              : { output: { 'a.yaml': 'a: 1\n' } },
        },
      });
      const uid = await order();
      expect(await harness.untilState(uid, 'Failed')).toMatchObject({
        state_reason: 'ChildFailed',
        state_message:
          'database default/orders-db is Failed: Pipeline database failed: no capacity',
        delivered_generation: null,
      });
      broken = false;
      const database = await findLive(harness, 'database', 'orders-db');
      await harness.engine.native.act({
        uid: database!.uid,
        verb: 'retry',
        actor: alice,
      });
      await harness.untilState(uid, 'Delivered', { delivered_generation: 1 });
    });

    it('deletes a parent whose child is failing', async () => {
      await given({
        scripts: { database: () => ({ failure: 'no capacity' }) },
      });
      const uid = await order();
      await harness.untilState(uid, 'Failed', { state_reason: 'ChildFailed' });
      await harness.engine.native.delete({ uid, actor: alice });
      await harness.untilState(uid, 'Deleted');
      expect(await findLive(harness, 'database', 'orders-db')).toBeUndefined();
    });

    it('waits with its end for children that cannot be deleted', async () => {
      await given({
        promises: [
          { name: 'database', configure: ['database'], delete: ['cleanup'] },
          { name: 'service', configure: ['service'] },
        ],
        scripts: { cleanup: () => ({ failure: 'still attached' }) },
      });
      const uid = await order();
      await harness.untilState(uid, 'Delivered');
      await harness.engine.native.delete({ uid, actor: alice });
      expect(
        await harness.untilState(uid, 'Deleting', {
          state_reason: 'ChildrenDeleting',
        }),
      ).toMatchObject({ deleted_at: null });
      await eventually(async () => {
        expect((await harness.request(uid)).state_message).toContain(
          'waits for the removal of database default/orders-db: The Delete Pipeline has failed',
        );
      });
      harness.runner.scripts.cleanup = () => ({});
      const database = await findLive(harness, 'database', 'orders-db');
      await harness.engine.native.act({
        uid: database!.uid,
        verb: 'retry',
        actor: alice,
      });
      await harness.untilState(uid, 'Deleted');
    });
  },
);
