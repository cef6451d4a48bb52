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
});
