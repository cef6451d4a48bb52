import { TestDatabases } from '@backstage/backend-test-utils';
import type { FactQuery } from '@promissory/plugin-promises-node';
import { EngineHarness } from '../__testUtils__/EngineHarness';
import { promiseOf } from '../__testUtils__/promiseOf';
import type { RequestRow } from '../database/rows/rows';
import type { RunFacts } from '../plan/snapshot';
import { createFactReader } from './createFactReader';
import type { FactScope } from './FactScope';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const STARTED = '2026-01-01T00:00:00.000Z';

const configMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'rules' },
  data: { a: 'b' },
};

describe.each(databases.eachSupportedId())('facts on %p', id => {
  let harness: EngineHarness;
  let uid: string;
  let request: NonNullable<FactScope['request']>;

  beforeEach(async () => {
    harness = await EngineHarness.create({ knex: await databases.init(id) });
    await harness.addPromise(
      promiseOf({ configure: [], dependencies: [configMap] }),
    );
    uid = await harness.apply({ name: 'mine' });
    await harness.apply({ name: 'theirs', ownerRef: 'group:default/other' });
    request = {
      uid,
      namespace: 'default',
      ownerRef: 'group:default/web',
      missingChildren: [],
    };
  });
  afterEach(() => harness.dispose());

  const read = <Query extends FactQuery>(
    query: Query,
    more: Partial<FactScope> = {},
  ) =>
    createFactReader({
      knex: harness.knex,
      revisions: new Map(),
      platform: 'native',
      run: {
        id: '01K00000000000000000000000',
        pipelineIndex: 0,
        attempt: 3,
        startedAt: STARTED,
      } as RunFacts,
      request,
      ...more,
    })(query);

  it('tells of requests in the order of the question', async () => {
    const promise = 'database';
    const names = ['theirs', 'nobody', 'mine'];
    const facts = await read({
      kind: 'requests',
      requests: names.map(name => ({ promise, name })),
    });
    expect(facts).toEqual([
      { promise, namespace: 'default', name: 'theirs', state: 'Pending' },
      { promise, namespace: 'default', name: 'nobody' },
      {
        promise,
        namespace: 'default',
        name: 'mine',
        state: 'Pending',
        message: expect.any(String),
        status: {},
      },
    ]);
    expect(
      await read({
        kind: 'requests',
        requests: [{ promise, namespace: 'other', name: 'mine' }],
      }),
    ).toEqual([{ promise, namespace: 'other', name: 'mine' }]);
  });

  it('refuses too long a question', async () => {
    const requests = Array.from({ length: 101 }, (_, index) => ({
      promise: 'database',
      name: `r${index}`,
    }));
    await expect(read({ kind: 'requests', requests })).rejects.toThrow(
      'A step may ask for 100 requests, and this one asks for 101',
    );
  });

  it('tells of children, and of those that are not there yet', async () => {
    await harness
      .knex<RequestRow>('requests')
      .where({ name: 'theirs' })
      .update({ parent_uid: uid });
    const missing = ['theirs', 'later'].map(name => ({
      promise: 'database',
      namespace: 'default',
      name,
      message: 'is about to be ordered',
    }));
    const facts = await read(
      { kind: 'children' },
      { request: { ...request, missingChildren: missing } },
    );
    expect(facts).toEqual([
      expect.objectContaining({ name: 'theirs', state: 'Pending' }),
      missing[1],
    ]);
    expect(await read({ kind: 'children' }, { request: undefined })).toEqual(
      [],
    );
  });

  it('tells of a child whose change is refused', async () => {
    await harness
      .knex<RequestRow>('requests')
      .where({ name: 'theirs' })
      .update({ parent_uid: uid });
    const refused = {
      promise: 'database',
      namespace: 'default',
      name: 'theirs',
      message: 'too big',
      problem: 'ChildInvalid',
    };
    expect(
      await read(
        { kind: 'children' },
        { request: { ...request, missingChildren: [refused] } },
      ),
    ).toEqual([expect.objectContaining({ ...refused, state: 'Pending' })]);
  });

  const dependency = (more: object = {}, promise = 'database') =>
    read({
      kind: 'dependency',
      promise,
      document: { kind: 'ConfigMap', name: 'rules', ...more },
    });

  it('tells of static dependencies', async () => {
    expect(await dependency()).toEqual(configMap);
    expect(await dependency({ name: 'other' })).toBeNull();
    expect(await dependency({ kind: 'Secret' })).toBeNull();
    expect(await dependency({}, 'nobody')).toBeNull();
  });

  it.each(['Untrusted', 'Invalid', 'Refused'])(
    'tells nothing of a Promise that is %s',
    async state => {
      await harness.knex('promises').update({ state });
      expect(await dependency()).toBeNull();
    },
  );

  it('tells of attempts since the pipeline before ended', async () => {
    expect(await read({ kind: 'attempts' })).toEqual({
      count: 3,
      since: STARTED,
    });
  });
});
