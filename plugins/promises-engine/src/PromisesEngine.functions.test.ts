import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Pipeline,
  PolicyViolation,
  PromiseDefinition,
} from '@promissory/plugin-promises-common';
import { FunctionRunner } from '@promissory/plugin-pipeline-functions';
import { stringify } from 'yaml';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { promiseOf, type PromiseParts } from './__testUtils__/promiseOf';
import type { RequestRow, RunRow, StepRow } from './database/rows/rows';
import { getRequest } from './readModel';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const step = (name: string, options: object) => ({
  name,
  image: `ghcr.io/promissory/${name}:v1`,
  env: [{ name: 'OPTIONS', value: stringify(options) }],
});

/** A Promise whose pipelines are of real functions. */
function promiseWith(
  pipelines: Readonly<Record<string, Pipeline['spec']['containers']>>,
  parts: PromiseParts = {},
): PromiseDefinition {
  const definition = promiseOf({ ...parts, configure: Object.keys(pipelines) });
  const { workflows } = definition.spec;
  return {
    ...definition,
    spec: {
      ...definition.spec,
      workflows: {
        ...workflows,
        resource: {
          ...workflows?.resource,
          configure: workflows?.resource?.configure?.map(pipeline => ({
            ...pipeline,
            spec: { containers: pipelines[pipeline.metadata.name] },
          })),
        },
      },
    },
  };
}

const small = {
  name: 'small',
  expression: 'spec.size == "small"',
  message: 'only small ones, not ${{ spec.size }}',
  field: 'spec.size',
};
const file = (path: string, content: object) => ({
  files: [{ path, content }],
});

describe.each(databases.eachSupportedId())('functions on %p', id => {
  let harness: EngineHarness;
  const runner = FunctionRunner.create({ threads: 1 });
  afterAll(() => runner.stop());
  afterEach(() => harness.dispose());

  async function given(...promises: PromiseDefinition[]): Promise<void> {
    harness = await EngineHarness.create({
      knex: await databases.init(id),
      engine: { runners: [runner] },
    });
    await harness.addDestination('platform', {}, {}, { fulfilsRequests: true });
    for (const definition of promises) await harness.addPromise(definition);
    await harness.engine.start();
    for (const { metadata } of promises) {
      await harness.untilPromise('Available', metadata.name);
    }
  }

  const shown = async (uid: string) =>
    (await getRequest(harness.knex, { uid }))!;

  const again = async (uid: string, size: string) => {
    const { promise_name: promiseName, row_version: version } =
      await harness.request(uid);
    await harness.apply({
      promiseName,
      spec: { size },
      ifMatch: String(version),
    });
  };

  it('fails with what a policy found, and shows it until it is mended', async () => {
    await given(
      promiseWith({
        first: [step('render', file('a.yaml', { kind: 'A' }))],
        second: [
          step('render', file('b.yaml', { kind: 'B' })),
          step('policy', { rules: [small] }),
        ],
      }),
    );
    const uid = await harness.apply({ spec: { size: 'large' } });
    await harness.untilState(uid, 'Failed', {
      state_reason: 'PolicyViolation',
    });
    const violation: PolicyViolation = {
      rule: 'small',
      severity: 'error',
      message: 'only small ones, not large',
      path: 'spec.size',
    };
    expect((await shown(uid)).state).toMatchObject({
      message:
        'Pipeline second failed: spec.size: only small ones, not large (small)',
      violations: [violation],
    });
    const steps = await harness
      .knex<StepRow>('steps')
      .where({ state: 'Failed' });
    expect(steps).toEqual([
      expect.objectContaining({
        container: 'policy',
        reason: 'PolicyViolation',
      }),
    ]);
    await again(uid, 'small');
    await harness.untilState(uid, 'Delivered');
    expect((await shown(uid)).state).not.toHaveProperty('violations');
    await again(uid, 'large');
    await harness.untilState(uid, 'Degraded', {
      state_reason: 'PolicyViolation',
    });
    expect((await shown(uid)).state.violations).toEqual([violation]);
  });

  it('delivers in spite of warnings, and shows those of all pipelines', async () => {
    const warns = (name: string) => [
      step('render', file(`${name}.yaml`, { kind: 'A' })),
      step('policy', {
        rules: [{ ...small, name, severity: 'warning' }],
      }),
    ];
    await given(promiseWith({ first: warns('one'), second: warns('two') }));
    const uid = await harness.apply({ spec: { size: 'large' } });
    await harness.untilState(uid, 'Delivered');
    const { state, outputs } = await shown(uid);
    expect(state.violations?.map(({ rule }) => rule)).toEqual(['one', 'two']);
    expect(outputs?.warnings).toEqual([
      expect.objectContaining({ pipeline: 'first', rule: 'one' }),
      expect.objectContaining({ pipeline: 'second', rule: 'two' }),
    ]);
    await again(uid, 'small');
    await harness.untilState(uid, 'Delivered', { delivered_generation: 2 });
    const mended = await shown(uid);
    expect(mended.state).not.toHaveProperty('violations');
    expect(mended.outputs?.warnings).toEqual([]);
  });

  it('reads shared policies at the current revision of their Promise', async () => {
    const standards = (expression: string) => ({
      ...promiseOf({
        name: 'standards',
        configure: [],
        dependencies: [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'standards', namespace: 'default' },
            data: { 'rules.yaml': stringify([{ ...small, expression }]) },
          },
        ],
      }),
    });
    await given(
      standards('false'),
      promiseWith(
        {
          configure: [step('policy', { policies: [{ promise: 'standards' }] })],
        },
        { requiredPromises: [{ name: 'standards', version: 'not-set' }] },
      ),
      promiseWith(
        { configure: [step('policy', { policies: [{ promise: 'nobody' }] })] },
        { name: 'cache' },
      ),
    );
    const uid = await harness.apply();
    await harness.untilState(uid, 'Failed', {
      state_reason: 'PolicyViolation',
    });
    expect((await shown(uid)).state.violations).toMatchObject([
      { rule: 'small', policy: 'standards' },
    ]);
    await harness.addPromise(standards('true'));
    await harness.engine.native.act({
      uid,
      verb: 'retry',
      actor: { ref: 'user:default/alice', origin: 'ui' },
    });
    await eventually(async () => {
      expect((await harness.request(uid)).state_reason).not.toBe(
        'PolicyViolation',
      );
    });
    const other = await harness.apply({ promiseName: 'cache' });
    await harness.untilState(other, 'Failed', {
      state_reason: 'PolicyInvalid',
    });
  });

  describe('wait-for', () => {
    const run = async (uid: string) =>
      (await harness
        .knex<RunRow>('runs')
        .where({ request_uid: uid })
        .orderBy('id', 'desc')
        .first())!;
    const child = (uid: string) =>
      harness
        .knex<RequestRow>('requests')
        .where({ parent_uid: uid })
        .first('uid', 'state');
    const database = {
      apiVersion: 'example.com/v1',
      kind: 'database',
      metadata: { name: 'orders-db' },
      spec: { size: '${{ spec.size }}' },
    };
    const service = (wait: object) =>
      promiseWith(
        {
          database: [step('render', file('database.yaml', database))],
          wait: [step('wait-for', wait)],
          app: [step('render', file('app.yaml', { kind: 'App' }))],
        },
        { name: 'service' },
      );

    it('goes on as soon as the children are delivered, without waiting for its time', async () => {
      await given(
        service({ children: true, retryAfter: '10m', attempts: 2 }),
        promiseWith({
          configure: [step('render', file('a.yaml', { kind: 'A' }))],
        }),
      );
      const uid = await harness.apply({ promiseName: 'service' });
      await harness.untilState(uid, 'Delivered');
      expect(await child(uid)).toMatchObject({ state: 'Delivered' });
      const files = await harness.files();
      expect(Object.keys(files).some(path => path.endsWith('app.yaml'))).toBe(
        true,
      );
    });

    it('is suspended with the reason, counts its looks, and fails with its children', async () => {
      await given(service({ children: true, retryAfter: '100ms' }));
      await harness.addPromise(
        promiseWith(
          {
            first: [
              step('policy', { rules: [{ ...small, name: 'child' }] }),
              step('render', file('a.yaml', { kind: 'A' })),
            ],
          },
          { requiredPromises: [{ name: 'storage' }] },
        ),
      );
      await harness.untilPromise('Unavailable', 'database');
      const uid = await harness.apply({
        promiseName: 'service',
        spec: { size: 'large' },
      });
      await harness.untilState(uid, 'Suspended', {
        state_reason: 'WaitingForRequests',
      });
      await eventually(async () => {
        expect((await run(uid)).attempt).toBeGreaterThan(1);
      }, 20_000);
      expect((await shown(uid)).state.message).toMatch(
        /^waits for database default\/orders-db \(Pending: /,
      );
      await harness.addPromise(promiseOf({ name: 'storage' }));
      await harness.untilState(uid, 'Failed', {
        state_reason: 'WaitedRequestFailed',
      });
    });

    it('waits for children that have no place yet', async () => {
      const definition = service({ children: true, retryAfter: '100ms' });
      await given(
        {
          ...definition,
          spec: {
            ...definition.spec,
            destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
          },
        },
        promiseWith({
          configure: [step('render', file('a.yaml', { kind: 'A' }))],
        }),
      );
      const uid = await harness.apply({ promiseName: 'service' });
      await harness.untilState(uid, 'Suspended', {
        state_reason: 'WaitingForRequests',
        state_message:
          'waits for database default/orders-db (not there yet: database.yaml has no place on a Destination yet)',
      });
      expect(await child(uid)).toBeUndefined();
      await harness.addDestination(
        'dev',
        { environment: 'dev' },
        {},
        { fulfilsRequests: true },
      );
      await harness.untilState(uid, 'Delivered');
      expect(await child(uid)).toMatchObject({ state: 'Delivered' });
    });

    it('fails at once where a document cannot become a child, and says why', async () => {
      await given(
        service({ children: true }),
        promiseWith({
          configure: [step('render', file('a.yaml', { kind: 'A' }))],
        }),
      );
      await harness.apply({ name: 'orders-db' });
      const uid = await harness.apply({ promiseName: 'service' });
      const { state_message: message } = await harness.untilState(
        uid,
        'Failed',
        { state_reason: 'WaitedChildRefused' },
      );
      expect(message).toMatch(
        /^Pipeline wait failed: database default\/orders-db \(ChildNameTaken: database default\/orders-db exists already/,
      );
    });

    it('waits for requests by name, and for as long as it may', async () => {
      await given(
        service({
          requests: [{ promise: 'database', name: '${{ metadata.name }}-x' }],
          retryAfter: '100ms',
          attempts: 3,
        }),
        promiseWith({
          configure: [step('render', file('a.yaml', { kind: 'A' }))],
        }),
      );
      const uid = await harness.apply({ promiseName: 'service' });
      await harness.untilState(uid, 'Failed', {
        state_reason: 'WaitTimedOut',
        state_message:
          'Pipeline wait failed: waits for database default/one-x (not there yet): not there after 3 looks',
      });
      expect((await run(uid)).attempt).toBe(2);
    });
  });
});
