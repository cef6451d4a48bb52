import { TestDatabases } from '@backstage/backend-test-utils';
import {
  childDocument,
  findLive,
  startCompound,
} from './__testUtils__/CompoundHarness';
import type { EngineHarness } from './__testUtils__/EngineHarness';
import type { RequestGenerationRow, RequestRow } from './database/rows/rows';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('child requests on %p', id => {
  let harness: EngineHarness;
  let documents: Record<string, string>;

  async function given(
    options: Omit<Parameters<typeof startCompound>[0], 'knex'> = {},
  ): Promise<void> {
    const started = await startCompound({
      documents: {
        'database.yaml': childDocument('database', 'orders-db'),
        'more/cache.yaml': childDocument('cache', 'orders-cache'),
      },
      ...options,
      knex: await databases.init(id),
    });
    ({ harness, documents } = started);
    for (const name of ['service', 'database']) {
      await harness.untilPromise('Available', name);
    }
  }

  const order = (name = 'orders') =>
    harness.apply({ promiseName: 'service', name });

  const change = async (size: string, more: object = {}) => {
    const uid = (await findLive(harness, 'service', 'orders'))!.uid;
    const { row_version: version } = await harness.request(uid);
    await harness.apply({
      promiseName: 'service',
      name: 'orders',
      spec: { size },
      ifMatch: String(version),
      ...more,
    });
    return uid;
  };

  const child = async (promiseName: string, name: string) => {
    await eventually(async () => {
      expect(await findLive(harness, promiseName, name)).toBeDefined();
    });
    return (await findLive(harness, promiseName, name))!;
  };

  const untilGone = (uid: string) => harness.untilState(uid, 'Deleted');

  afterEach(() => harness.dispose());

  it('orders children, is delivered when they are, and takes them along when it goes', async () => {
    await given();
    const uid = await order();
    await harness.untilState(uid, 'Delivered');
    const rows = await harness
      .knex<RequestRow>('requests')
      .where({ parent_uid: uid })
      .orderBy('promise_name');
    expect(rows).toMatchObject([
      {
        promise_name: 'cache',
        namespace: 'default',
        name: 'orders-cache',
        state: 'Delivered',
        origin: 'parent',
        owner_ref: 'group:default/web',
        requested_by: 'user:default/alice',
      },
      { promise_name: 'database', name: 'orders-db', state: 'Delivered' },
    ]);
    expect(
      await harness
        .knex<RequestGenerationRow>('request_generations')
        .where({ request_uid: rows[1].uid }),
    ).toMatchObject([
      { generation: 1, actor: 'user:default/alice', origin: 'parent' },
    ]);
    // The documents are delivered where Kratix would write them, and what children wrote is as well.
    const paths = Object.keys(await harness.files());
    expect(paths.filter(path => path.includes('/orders/'))).toHaveLength(2);
    expect(paths.filter(path => path.includes('/orders-db/'))).toHaveLength(1);
    expect(await harness.eventTypes(uid)).toContain('RequestChildChanged');

    await harness.engine.native.delete({
      uid,
      actor: { ref: 'user:default/bob', origin: 'ui' },
    });
    await untilGone(uid);
    expect(
      await harness
        .knex<RequestRow>('requests')
        .whereNull('deleted_at')
        .pluck('name'),
    ).toEqual([]);
    expect(await harness.request(rows[1].uid)).toMatchObject({
      delete_requested_by: 'user:default/bob',
    });
    expect(await harness.files()).toEqual({});
    for (const table of ['works', 'workloads', 'placements', 'runs']) {
      expect([table, await harness.count(table)]).toEqual([table, 0]);
    }
  });

  it('lets a change of the parent flow to its children, while they run as well', async () => {
    let release = () => {};
    let holds = false;
    await given({
      scripts: {
        database: async ({ object }) => {
          if (holds) {
            await new Promise<void>(resolve => {
              release = resolve;
            });
          }
          return {
            output: {
              'database.yaml': `size: ${
                (object.spec as { size: string }).size
              }\n`,
            },
          };
        },
      },
    });
    holds = true;
    const uid = await order();
    const database = await child('database', 'orders-db');
    await harness.untilState(database.uid, 'Running');
    documents['database.yaml'] = childDocument('database', 'orders-db', {
      spec: { size: 'large' },
      labels: { tier: 'gold' },
    });
    await change('large');
    await harness.untilState(database.uid, 'Running', { generation: 2 });
    holds = false;
    release();
    await harness.untilState(uid, 'Delivered', { delivered_generation: 2 });
    expect(await harness.request(database.uid)).toMatchObject({
      state: 'Delivered',
      delivered_generation: 2,
      labels: '{"tier":"gold"}',
    });
    const files = await harness.files();
    expect(Object.values(files)).toContain('size: large\n');
    expect(
      await harness.knex<RequestRow>('requests').where({ parent_uid: uid }),
    ).toHaveLength(2);
  });

  it('prunes a child whose document is no longer written, and nothing while a file cannot be read', async () => {
    await given();
    const uid = await order();
    await harness.untilState(uid, 'Delivered');
    const database = await child('database', 'orders-db');
    const cache = await child('cache', 'orders-cache');

    documents['more/cache.yaml'] = 'kind: [\n';
    await change('unreadable');
    expect(
      await harness.untilState(uid, 'Degraded', {
        state_reason: 'ChildDocumentInvalid',
      }),
    ).toMatchObject({
      state_message: expect.stringContaining(
        'File more/cache.yaml on platform cannot be read',
      ),
      delivered_generation: 1,
    });
    expect(await harness.request(cache.uid)).toMatchObject({
      state: 'Delivered',
      delete_requested_at: null,
    });

    delete documents['more/cache.yaml'];
    await change('gone');
    await untilGone(cache.uid);
    await harness.untilState(uid, 'Delivered', { delivered_generation: 3 });
    expect(await harness.request(database.uid)).toMatchObject({
      state: 'Delivered',
    });
    expect(Object.keys(await harness.files()).join()).not.toContain('cache');
  });

  it('keeps a child whose document moves from one pipeline to another', async () => {
    let moved = false;
    const document = childDocument('database', 'orders-db');
    await given({
      promises: [
        { name: 'database', configure: ['database'] },
        { name: 'service', configure: ['first', 'second'] },
      ],
      scripts: {
        first: () => (moved ? {} : { output: { 'a.yaml': document } }),
        second: () => (moved ? { output: { 'b.yaml': document } } : {}),
      },
    });
    const uid = await order();
    await harness.untilState(uid, 'Delivered');
    const database = await child('database', 'orders-db');
    moved = true;
    await change('moved');
    await harness.untilState(uid, 'Delivered', { delivered_generation: 2 });
    expect(await harness.request(database.uid)).toMatchObject({
      state: 'Delivered',
      delete_requested_at: null,
      generation: 1,
    });
  });

  it('orders children between two pipelines, so that the next can wait for them', async () => {
    const seen: string[] = [];
    await given({
      promises: [
        { name: 'database', configure: ['database'] },
        { name: 'service', configure: ['first', 'second'] },
      ],
      scripts: {
        first: () => ({
          output: { 'a.yaml': childDocument('database', 'orders-db') },
        }),
        second: async ({ readFact }) => {
          const children = await readFact({ kind: 'children' });
          seen.push(
            ...children.map(({ promise, name }) => `${promise} ${name}`),
          );
          return {};
        },
      },
    });
    await harness.untilState(await order(), 'Delivered');
    expect(seen).toEqual(['database orders-db']);
  });

  it('gives children the owner of their parent', async () => {
    await given();
    const uid = await order();
    await harness.untilState(uid, 'Delivered');
    await change('small', { ownerRef: 'group:default/data' });
    await eventually(async () => {
      expect(await findLive(harness, 'database', 'orders-db')).toMatchObject({
        state: 'Delivered',
        owner_ref: 'group:default/data',
        requested_by: 'user:default/alice',
        generation: 1,
      });
    });
    await harness.untilState(uid, 'Delivered');
  });

  it('deletes nothing where a Destination no longer fulfils requests', async () => {
    await given();
    const uid = await order();
    await harness.untilState(uid, 'Delivered');
    await harness.addDestination('platform');
    await harness.engine.sweep();
    await change('again');
    await harness.untilState(uid, 'Delivered', { delivered_generation: 2 });
    for (const [promise, name] of [
      ['database', 'orders-db'],
      ['cache', 'orders-cache'],
    ]) {
      expect(await findLive(harness, promise, name)).toMatchObject({
        state: 'Delivered',
        delete_requested_at: null,
      });
    }
  });

  it('orders a child again that was deleted by hand', async () => {
    await given();
    const uid = await order();
    await harness.untilState(uid, 'Delivered');
    const database = await child('database', 'orders-db');
    await harness.engine.native.delete({
      uid: database.uid,
      actor: { ref: 'user:default/bob', origin: 'ui' },
    });
    await untilGone(database.uid);
    await eventually(async () => {
      const again = await findLive(harness, 'database', 'orders-db');
      expect(again?.uid).toBeDefined();
      expect(again?.uid).not.toBe(database.uid);
    });
    await harness.untilState(uid, 'Delivered');
    const reasons = await harness
      .knex('events')
      .where({ request_uid: uid, type: 'RequestStateChanged' })
      .pluck('payload');
    expect(reasons.join()).toContain('ChildDeleting');
  });

  it('lets nobody change a child but its parent; retry, pause and resume are allowed', async () => {
    await given();
    const uid = await order();
    await harness.untilState(uid, 'Delivered');
    const database = await child('database', 'orders-db');
    const put = harness.apply({
      promiseName: 'database',
      name: 'orders-db',
      spec: { size: 'mine' },
      ifMatch: String(database.row_version),
    });
    await expect(put).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'Request default/orders-db of Promise database belongs to service default/orders; change that one',
    });
    const actor = { ref: 'user:default/bob', origin: 'ui' as const };
    const act = (verb: 'pause' | 'resume' | 'reconcile') =>
      harness.engine.native.act({ uid: database.uid, verb, actor });
    await act('pause');
    await harness.untilState(database.uid, 'Paused');
    // What was delivered stands.
    expect(await harness.request(uid)).toMatchObject({ state: 'Delivered' });
    await act('resume');
    await harness.untilState(database.uid, 'Delivered');
    await harness.untilState(uid, 'Delivered');
  });

  it('goes on where a process was killed between two children', async () => {
    await given({
      documents: Object.fromEntries(
        ['a', 'b', 'c', 'd'].map(name => [
          `${name}.yaml`,
          childDocument('database', name),
        ]),
      ),
    });
    const uid = await order();
    await child('database', 'a');
    await harness.engine.stop({ drainMs: 0 });
    harness.engine = await harness.createEngine({ leaseMs: 500 });
    await harness.engine.start();
    await harness.untilState(uid, 'Delivered');
    const names = await harness
      .knex<RequestRow>('requests')
      .where({ parent_uid: uid })
      .orderBy('name')
      .pluck('name');
    expect(names).toEqual(['a', 'b', 'c', 'd']);
  });
});
