import { TestDatabases } from '@backstage/backend-test-utils';
import type { RequestStateName } from '@promissory/plugin-promises-common';
import type { StepLogRow, StepRow } from './database/rows/rows';
import type { EngineHarness } from './__testUtils__/EngineHarness';
import {
  startEngine,
  type StartEngineOptions,
} from './__testUtils__/startEngine';
import { writesSize } from './__testUtils__/writesSize';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const FOLDER = 'dev/resources/default/database/one/configure/5058f';

describe.each(databases.eachSupportedId())('PromisesEngine on %p', id => {
  let harness: EngineHarness;

  async function given(options?: StartEngineOptions): Promise<void> {
    harness = await startEngine(await databases.init(id), options);
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
