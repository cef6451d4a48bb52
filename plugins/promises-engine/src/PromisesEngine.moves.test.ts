import { TestDatabases } from '@backstage/backend-test-utils';
import type { PlacementRow } from './database/rows/rows';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { promiseOf } from './__testUtils__/promiseOf';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const FILE = 'resources/default/database/one/configure/5058f/a.yaml';

describe.each(databases.eachSupportedId())('a Destination on %p', id => {
  let harness: EngineHarness;
  let uid: string;

  beforeEach(async () => {
    harness = await EngineHarness.create({
      knex: await databases.init(id),
      scripts: { configure: () => ({ output: { 'a.yaml': 'a: 1\n' } }) },
    });
    await harness.addStore('second');
    await harness.addDestination(
      'dev',
      {},
      { initWorkloads: { enabled: true } },
    );
    await harness.addPromise(promiseOf());
    await harness.engine.start();
    await harness.untilPromise('Available');
    uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
  });

  afterEach(() => harness.dispose());

  const placements = () =>
    harness
      .knex<PlacementRow>('placements')
      .where({ request_uid: uid })
      .select('path', 'state_store_name', 'state');

  const paths = async (repository = 'state') =>
    (
      await harness.git(
        `--git-dir=../${repository}.git`,
        ...['ls-tree', '-r', '--name-only', 'main'],
      )
    )
      .split('\n')
      .filter(Boolean);

  it('that gets another path takes its files along', async () => {
    await harness.addDestination(
      'dev',
      {},
      { path: 'moved/dev', initWorkloads: { enabled: true } },
    );
    await eventually(async () => {
      expect(await placements()).toEqual([
        {
          path: `moved/dev/${FILE.replace('/a.yaml', '')}`,
          state_store_name: 'default',
          state: 'Written',
        },
      ]);
    }, 10_000);
    await harness.untilState(uid, 'Delivered');
    expect(await paths()).toEqual([
      'moved/dev/.promissory-claim',
      'moved/dev/dependencies/kratix-canary-namespace.yaml',
      `moved/dev/resources/default/${FILE.split('/').slice(2).join('/')}`,
      'moved/dev/resources/kratix-canary-configmap.yaml',
    ]);
    await eventually(async () => {
      expect(await harness.eventTypes(uid)).toContain('PlacementRemoved');
    });
    const types = await harness.eventTypes(uid);
    expect(types.lastIndexOf('PlacementWritten')).toBeLessThan(
      types.indexOf('PlacementRemoved'),
    );
  });

  it('that gets another state store takes its files along', async () => {
    await harness.addDestination(
      'dev',
      {},
      {
        stateStoreRef: { kind: 'GitStateStore', name: 'second' },
      },
    );
    await eventually(async () => {
      expect(await placements()).toEqual([
        expect.objectContaining({
          state_store_name: 'second',
          state: 'Written',
        }),
      ]);
    }, 10_000);
    await harness.untilState(uid, 'Delivered');
    expect(await paths('second')).toContain(`dev/${FILE}`);
    expect(await paths()).toEqual([]);
  });

  it('that is pointed at a store that is not there keeps its files, and the request says why', async () => {
    await harness.addDestination(
      'dev',
      {},
      {
        stateStoreRef: { kind: 'GitStateStore', name: 'none' },
      },
    );
    const row = await harness.untilState(uid, 'Delivering', {
      state_message: 'GitStateStore/none: not found',
    });
    expect(row.state_reason).toBe('WorksPending');
    expect(await paths()).toContain(`dev/${FILE}`);
    await harness.addDestination('dev', {}, {});
    await harness.untilState(uid, 'Delivered');
    expect(await placements()).toHaveLength(1);
    expect(await paths()).toContain(`dev/${FILE}`);
  });
});
