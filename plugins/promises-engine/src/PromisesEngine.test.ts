import { TestDatabases } from '@backstage/backend-test-utils';
import type { RequestStateName } from '@promissory/plugin-promises-common';
import type { RunRow, StepLogRow, StepRow } from './database/rows/rows';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { eventually } from './testing/eventually';
import { promiseOf } from './__testUtils__/promiseOf';
import type { Script } from './__testUtils__/ScriptedRunner';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const FOLDER = 'dev/resources/default/database/one/configure/5058f';

const writesSize: Script = ({ object }) => ({
  log: ['rendering', 'done'],
  output: {
    'database.yaml': `size: ${(object.spec as { size: string }).size}\n`,
  },
  metadata: { 'status.yaml': 'message: ready to use\nhost: db.example\n' },
});

describe.each(databases.eachSupportedId())('PromisesEngine on %p', id => {
  let harness: EngineHarness;

  async function given(
    options: {
      readonly scripts?: Readonly<Record<string, Script>>;
      readonly parts?: Parameters<typeof promiseOf>[0];
      readonly destinations?: Readonly<
        Record<string, Readonly<Record<string, string>>>
      >;
    } = {},
  ): Promise<void> {
    harness = await EngineHarness.create({
      knex: await databases.init(id),
      scripts: options.scripts ?? { configure: writesSize },
    });
    const destinations = options.destinations ?? {
      dev: { environment: 'dev' },
    };
    for (const [name, labels] of Object.entries(destinations)) {
      await harness.addDestination(name, labels);
    }
    await harness.addPromise(promiseOf(options.parts));
    await harness.engine.start();
  }

  afterEach(() => harness.dispose());

  it('delivers an order, a change and a deletion, and leaves nothing', async () => {
    await given();
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    const delivered = await harness.untilState(uid, 'Delivered');

    expect(await harness.files()).toEqual({
      [`${FOLDER}/database.yaml`]: 'size: small\n',
    });
    expect(delivered).toMatchObject({
      observed_generation: 1,
      delivered_generation: 1,
      state_message: 'Written to dev',
    });
    expect(JSON.parse(delivered.status)).toEqual({
      message: 'ready to use',
      host: 'db.example',
    });
    expect(
      JSON.parse(delivered.conditions).map(
        ({ type, status }: { type: string; status: string }) =>
          `${type}=${status}`,
      ),
    ).toEqual([
      'PromiseAvailable=True',
      'ConfigureWorkflowCompleted=True',
      'WorksSucceeded=True',
      'Reconciled=True',
    ]);
    const [step] = await harness.knex<StepRow>('steps');
    expect(step).toMatchObject({
      pipeline: 'configure',
      container: 'main',
      runner: 'function',
      state: 'Succeeded',
      log_lines: 2,
    });
    expect(
      await harness
        .knex<StepLogRow>('step_logs')
        .orderBy('sequence')
        .pluck('text'),
    ).toEqual(['rendering', 'done']);
    expect((await harness.git('log', '--format=%s', 'main')).trim()).toMatch(
      /^Update from: database-one-configure-[0-9a-f]{5}\.dev-5058f$/m,
    );

    await harness.engine.native.apply(
      await harness.order({ spec: { size: 'large' }, ifMatch: '1' }),
    );
    await harness.untilState(uid, 'Delivered', { delivered_generation: 2 });
    expect(await harness.files()).toEqual({
      [`${FOLDER}/database.yaml`]: 'size: large\n',
    });
    expect(await harness.count('workloads')).toBe(1);

    await harness.engine.native.delete({
      uid,
      actor: { ref: 'user:default/alice', origin: 'ui' },
    });
    await harness.untilState(uid, 'Deleted');
    expect(await harness.files()).toEqual({});
    for (const table of [
      'works',
      'work_workloads',
      'workloads',
      'placements',
      'runs',
      'steps',
      'step_logs',
      'batches',
    ]) {
      expect([table, await harness.count(table)]).toEqual([table, 0]);
    }
    await eventually(async () => {
      expect(
        await harness.knex('work_queue').where({ kind: 'request' }),
      ).toEqual([]);
    });
    const again = await harness.apply();
    expect(again).not.toBe(uid);
    await harness.untilState(again, 'Delivered');
  });

  it('appends one event for each change of state, in order', async () => {
    await given();
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    const types = await harness.eventTypes(uid);
    expect(types.filter(type => type !== 'RequestStateChanged')).toEqual([
      'RequestCreated',
      'RunStarted',
      'StepStarted',
      'StepLogged',
      'StepFinished',
      'RunFinished',
      'WorkScheduled',
      'PlacementWritten',
    ]);
    const states: RequestStateName[] = (
      await harness
        .knex('events')
        .where({ request_uid: uid, type: 'RequestStateChanged' })
        .orderBy('position')
        .pluck('payload')
    ).map(payload => JSON.parse(payload).state.name);
    expect(states.filter((name, index) => name !== states[index - 1])).toEqual([
      'Pending',
      'Running',
      'Delivering',
      'Delivered',
    ]);
  });

  it('tells why a pipeline failed, and runs it again when asked', async () => {
    await given({
      scripts: { configure: () => ({ failure: 'no capacity left' }) },
    });
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    expect(await harness.untilState(uid, 'Failed')).toMatchObject({
      state_message: 'Pipeline configure failed: no capacity left',
      observed_generation: 1,
      delivered_generation: null,
    });
    harness.runner.scripts.configure = writesSize;
    await harness.engine.native.act({
      uid,
      verb: 'retry',
      actor: { ref: 'user:default/bob', origin: 'ui' },
    });
    await harness.untilState(uid, 'Delivered');
    const runs = await harness
      .knex<RunRow>('runs')
      .orderBy('created_at')
      .select('trigger', 'state', 'actor');
    expect(runs).toEqual([
      { trigger: 'order', state: 'Failed', actor: 'user:default/alice' },
      { trigger: 'retry', state: 'Succeeded', actor: 'user:default/bob' },
    ]);
  });

  it('keeps what stands when a change fails', async () => {
    await given();
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    harness.runner.scripts.configure = () => ({ failure: 'too large' });
    await harness.engine.native.apply(
      await harness.order({ spec: { size: 'huge' }, ifMatch: '1' }),
    );
    expect(await harness.untilState(uid, 'Degraded')).toMatchObject({
      state_message:
        'Pipeline configure failed: too large. Generation 1 is what stands',
    });
    expect(await harness.files()).toEqual({
      [`${FOLDER}/database.yaml`]: 'size: small\n',
    });
  });

  it('starts over from the first pipeline when the spec changes in between', async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await given({
      parts: { configure: ['first', 'second'] },
      scripts: {
        first: async ({ object }) => {
          if ((object.spec as { size: string }).size === 'small') await held;
          return {};
        },
        second: writesSize,
      },
    });
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await eventually(async () => {
      expect(harness.runner.calls).toHaveLength(1);
    });
    await harness.engine.native.apply(
      await harness.order({ spec: { size: 'large' }, ifMatch: '1' }),
    );
    release();
    await harness.untilState(uid, 'Delivered', { delivered_generation: 2 });
    expect(
      harness.runner.calls.map(
        ({ pipeline, object }) =>
          `${pipeline.metadata.name} ${(object.spec as { size: string }).size}`,
      ),
    ).toEqual(['first small', 'first large', 'second large']);
    expect(
      await harness
        .knex<RunRow>('runs')
        .orderBy('created_at')
        .orderBy('id')
        .pluck('state'),
    ).toEqual(['Superseded', 'Succeeded']);
  });

  it('waits as a pipeline asks, and goes on with that pipeline', async () => {
    let attempts = 0;
    await given({
      scripts: {
        configure: options => {
          attempts += 1;
          return attempts === 1
            ? {
                metadata: {
                  'workflow-control.yaml':
                    'retryAfter: 50ms\nmessage: quota is being raised\n',
                },
              }
            : writesSize(options);
        },
      },
    });
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    expect(attempts).toBe(2);
    const suspended = await harness
      .knex('events')
      .where({ request_uid: uid, type: 'RequestStateChanged' })
      .where('payload', 'like', '%"Suspended"%')
      .first();
    expect(JSON.parse(suspended.payload).state).toMatchObject({
      name: 'Suspended',
      message: 'quota is being raised',
      nextTryAt: expect.any(String),
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    [
      'status.yaml',
      {},
      { 'status.yaml': 'kratix: {}' },
      "'kratix' is a kratix managed status field",
    ],
    [
      'workflow-control.yaml',
      {},
      { 'workflow-control.yaml': 'retryAfter: whale' },
      'failed to parse retry duration: "whale"',
    ],
    [
      'destination-selectors.yaml',
      {},
      { 'destination-selectors.yaml': 'a: b' },
      'invalid destination-selectors.yaml',
    ],
    ['output', { '../evil': 'x' }, {}, 'cannot be delivered'],
    ['output', { '.git/hooks/x': 'x' }, {}, 'belongs to Git itself'],
  ])('refuses bad %s', async (_, output, metadata, message) => {
    await given({ scripts: { configure: () => ({ output, metadata }) } });
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    const row = await harness.untilState(uid, 'Failed');
    expect(row.state_message).toContain(message);
    expect(await harness.count('works')).toBe(0);
  });

  it('waits for a Destination and takes the first that comes', async () => {
    await given({
      destinations: { dev: { environment: 'dev' } },
      parts: {
        destinationSelectors: [{ matchLabels: { environment: 'prod' } }],
      },
    });
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    expect(
      await harness.untilState(uid, 'Pending', {
        state_reason: 'UnscheduledWorkloads',
      }),
    ).toMatchObject({
      state_message: 'There is no Destination with environment=prod',
    });
    await harness.addDestination('prod', { environment: 'prod' });
    await harness.untilState(uid, 'Delivered');
    expect(Object.keys(await harness.files())).toEqual([
      'prod/resources/default/database/one/configure/5058f/database.yaml',
    ]);
  });

  it('runs the delete workflow before anything is removed', async () => {
    let during: Record<string, string> = {};
    await given({
      parts: { delete: ['goodbye'] },
      scripts: {
        configure: writesSize,
        goodbye: async () => {
          during = await harness.files();
          return {};
        },
      },
    });
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    await harness.engine.native.delete({
      uid,
      actor: { ref: 'user:default/alice', origin: 'ui' },
    });
    await harness.untilState(uid, 'Deleted');
    expect(Object.keys(during)).toHaveLength(1);
    expect(await harness.files()).toEqual({});
    const call = harness.runner.calls.at(-1)!;
    expect(call.action).toBe('delete');
    expect(call.environment).toEqual([
      { name: 'KRATIX_WORKFLOW_ACTION', value: 'delete' },
      { name: 'KRATIX_WORKFLOW_TYPE', value: 'resource' },
      { name: 'KRATIX_PROMISE_NAME', value: 'database' },
      { name: 'KRATIX_PIPELINE_NAME', value: 'goodbye' },
      { name: 'KRATIX_OBJECT_KIND', value: 'database' },
      { name: 'KRATIX_OBJECT_GROUP', value: 'example.com' },
      { name: 'KRATIX_OBJECT_VERSION', value: 'v1' },
      { name: 'KRATIX_OBJECT_NAME', value: 'one' },
      { name: 'KRATIX_OBJECT_NAMESPACE', value: 'default' },
      { name: 'KRATIX_CRD_PLURAL', value: 'databases' },
      { name: 'KRATIX_CLUSTER_SCOPED', value: 'false' },
    ]);
  });

  it('delivers a request whose Promise has no pipelines', async () => {
    await given({ parts: { configure: [] } });
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    expect(await harness.untilState(uid, 'Delivered')).toMatchObject({
      state_message: 'There was nothing to write',
    });
  });

  it('writes static dependencies and runs the workflow of the Promise first', async () => {
    await given({
      parts: {
        promiseConfigure: ['setup'],
        dependencies: [
          { kind: 'Namespace', apiVersion: 'v1', metadata: { name: 'a' } },
          { kind: 'Namespace', apiVersion: 'v1', metadata: { name: 'b' } },
        ],
      },
      scripts: {
        configure: writesSize,
        setup: () => ({
          output: { 'operator.yaml': 'a: 1\n' },
          metadata: { 'status.yaml': 'message: operator 1.2 is installed\n' },
        }),
      },
    });
    expect((await harness.untilPromise('Available')).message).toBe(
      'operator 1.2 is installed',
    );
    await eventually(async () => {
      expect(await harness.files()).toEqual({
        'dev/dependencies/database/5058f/static/database-dependencies.yaml':
          'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: b\n',
        'dev/dependencies/database/setup/5058f/operator.yaml': 'a: 1\n',
      });
    });
    expect(harness.runner.calls[0].object).toMatchObject({
      kind: 'Promise',
      metadata: { name: 'database' },
    });
  });

  it('runs requests again when the Promise has a new definition', async () => {
    await given();
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    harness.runner.scripts.second = () => ({ output: { 'b.yaml': 'b: 1\n' } });
    await harness.addPromise(promiseOf({ configure: ['second'] }));
    await eventually(async () => {
      expect(Object.keys(await harness.files())).toEqual([
        'dev/resources/default/database/one/second/5058f/b.yaml',
      ]);
    }, 10_000);
    await harness.untilState(uid, 'Delivered');
    expect(
      await harness
        .knex<RunRow>('runs')
        .orderBy('created_at')
        .orderBy('id')
        .pluck('trigger'),
    ).toEqual(['order', 'revision']);
  });

  it('runs requests again when the Promise goes back to an earlier definition', async () => {
    await given();
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    const earlier = Object.keys(await harness.files());
    harness.runner.scripts.second = () => ({ output: { 'b.yaml': 'b: 1\n' } });
    await harness.addPromise(promiseOf({ configure: ['second'] }));
    await eventually(async () => {
      expect(Object.keys(await harness.files())).not.toEqual(earlier);
    }, 10_000);
    await harness.untilState(uid, 'Delivered');
    await harness.addPromise(promiseOf({}));
    await eventually(async () => {
      expect(Object.keys(await harness.files())).toEqual(earlier);
    }, 10_000);
  });

  it('pauses and resumes', async () => {
    await given();
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    const actor = { ref: 'user:default/alice', origin: 'ui' as const };
    await harness.engine.native.act({ uid, verb: 'pause', actor });
    await harness.engine.native.apply(
      await harness.order({ spec: { size: 'large' }, ifMatch: '1' }),
    );
    await harness.untilState(uid, 'Paused');
    expect(harness.runner.calls).toHaveLength(1);
    await harness.engine.native.act({ uid, verb: 'resume', actor });
    await harness.untilState(uid, 'Delivered', { delivered_generation: 2 });
    expect(harness.runner.calls).toHaveLength(2);
  });
});
