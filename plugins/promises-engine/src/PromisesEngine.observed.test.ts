import { context, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-node';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  childDocument,
  findLive,
  startCompound,
} from './__testUtils__/CompoundHarness';
import type { EngineHarness } from './__testUtils__/EngineHarness';
import { startEngine } from './__testUtils__/startEngine';
import { writesSize } from './__testUtils__/writesSize';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const exporter = new InMemorySpanExporter();
const tracer = trace.getTracer('test');

beforeAll(() =>
  new NodeTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  }).register(),
);
afterAll(() => {
  trace.disable();
  context.disable();
});

describe.each(databases.eachSupportedId())('An engine on %s', id => {
  let harness: EngineHarness | undefined;
  beforeEach(() => exporter.reset());
  afterEach(() => harness?.dispose());

  /** As the HTTP server's instrumentation does. */
  const asHttpRequest = <T>(task: () => Promise<T>): Promise<T> =>
    tracer.startActiveSpan('PUT', async span => {
      try {
        return await task();
      } finally {
        span.end();
      }
    });

  const named = (name: string): ReadableSpan => {
    const found = exporter
      .getFinishedSpans()
      .filter(span => span.name === name);
    expect({ name, spans: found.length }).toEqual({ name, spans: 1 });
    return found[0];
  };

  it('tells of an order in one trace, from the HTTP request to the commit', async () => {
    const given = await startEngine(await databases.init(id));
    harness = given;
    await given.untilPromise('Available');
    exporter.reset();
    const uid = await asHttpRequest(() => given.apply());
    await harness.untilState(uid, 'Delivered');
    await eventually(async () => {
      named('promises.batch');
    });

    const http = named('PUT').spanContext();
    const order = named('promises.apply');
    const pipeline = named('promises.pipeline');
    const step = named('promises.step');
    const batch = named('promises.batch');
    const push = named('promises.push');
    const parentOf = (span: ReadableSpan) => span.parentSpanContext?.spanId;
    expect({
      traces: new Set(
        [order, pipeline, step, batch, push].map(
          span => span.spanContext().traceId,
        ),
      ),
      parents: [order, pipeline, step, batch, push].map(parentOf),
    }).toEqual({
      traces: new Set([http.traceId]),
      parents: [
        http.spanId,
        order.spanContext().spanId,
        pipeline.spanContext().spanId,
        order.spanContext().spanId,
        batch.spanContext().spanId,
      ],
    });
    const { version_id: commit } = await harness.knex('placements').first();
    expect(batch.attributes).toMatchObject({
      'promises.commit': commit,
      'promises.placements': 1,
      'promises.store': 'GitStateStore/default',
    });
    const run = await harness.knex('runs').where({ request_uid: uid }).first();
    expect(pipeline.attributes).toMatchObject({
      'promises.request.uid': uid,
      'promises.run.id': run.id,
      'promises.runner': 'function',
    });
  });

  it('has children in the trace of who ordered their parent', async () => {
    const started = await startCompound({
      knex: await databases.init(id),
      documents: { 'database.yaml': childDocument('database', 'orders-db') },
    });
    harness = started.harness;
    for (const name of ['service', 'database']) {
      await harness.untilPromise('Available', name);
    }
    const uid = await asHttpRequest(() =>
      started.harness.apply({ promiseName: 'service', name: 'orders' }),
    );
    await harness.untilState(uid, 'Delivered');
    const { traceId } = named('PUT').spanContext();
    const child = await findLive(harness, 'database', 'orders-db');
    const told = exporter
      .getFinishedSpans()
      .filter(
        ({ name, attributes }) =>
          name === 'promises.pipeline' &&
          attributes['promises.request.uid'] === child?.uid,
      );
    expect(told.map(span => span.spanContext().traceId)).toEqual([traceId]);
  });

  it('has a commit of many orders point at each of them', async () => {
    harness = await startEngine(await databases.init(id));
    await harness.untilPromise('Available');
    const { engine } = harness;
    const uids = await Promise.all(
      ['a', 'b', 'c'].map(name =>
        asHttpRequest(async () => {
          const { uid } = await engine.native.apply(
            await harness!.order({ name }),
          );
          return uid;
        }),
      ),
    );
    for (const uid of uids) await harness.untilState(uid, 'Delivered');
    const roots = exporter
      .getFinishedSpans()
      .filter(({ name }) => name === 'PUT')
      .map(span => span.spanContext().traceId);
    const batches = exporter
      .getFinishedSpans()
      .filter(({ name }) => name === 'promises.batch');
    const told = batches.flatMap(batch =>
      batch.parentSpanContext
        ? [batch.spanContext().traceId]
        : batch.links.map(link => link.context.traceId),
    );
    expect(new Set(told)).toEqual(new Set(roots));
  });

  it('tells its observer what it did, well and not', async () => {
    const told: string[] = [];
    harness = await startEngine(await databases.init(id), {
      scripts: {
        configure: options =>
          options.object.metadata &&
          (options.object.metadata as { name: string }).name === 'bad'
            ? { failure: 'no' }
            : writesSize(options),
      },
      engine: {
        observer: {
          workClaimed: ({ kind, count }) => {
            if (kind === 'request') told.push(`claimed ${count > 0}`);
          },
          workFinished: ({ kind, outcome, seconds }) => {
            if (kind === 'request') {
              told.push(`work ${outcome} ${seconds >= 0}`);
            }
          },
          runFinished: ({ promise, workflow, state, seconds }) =>
            told.push(`run ${promise} ${workflow} ${state} ${seconds >= 0}`),
          stepFinished: ({ runner, state }) =>
            told.push(`step ${runner} ${state}`),
          batchWritten: ({ store, placements, committed }) =>
            told.push(`batch ${store} ${placements} ${committed}`),
          pushFinished: ({ store, outcome }) =>
            told.push(`push ${store} ${outcome}`),
        },
      },
    });
    await harness.untilPromise('Available');
    const { engine } = harness;
    const { uid } = await engine.native.apply(
      await harness!.order({ name: 'good' }),
    );
    await harness.untilState(uid, 'Delivered');
    const bad = await engine.native.apply(
      await harness!.order({ name: 'bad' }),
    );
    await harness.untilState(bad.uid, 'Failed');
    await eventually(async () => {
      expect(new Set(told)).toEqual(
        new Set([
          'claimed true',
          'work done true',
          'step function Succeeded',
          'run database configure Succeeded true',
          'push GitStateStore/default pushed',
          'batch GitStateStore/default 1 true',
          'step function Failed',
          'run database configure Failed true',
        ]),
      );
    });
    expect(told.filter(line => line.startsWith('run'))).toHaveLength(2);
  });

  it('names the request and the run in what it logs', async () => {
    const lines: unknown[] = [];
    const logger = mockServices.logger.mock();
    const withFields = (fields: object) =>
      Object.assign(mockServices.logger.mock(), {
        child: (more: object) => withFields({ ...fields, ...more }),
        warn: (message: string) => lines.push({ ...fields, message }),
      });
    harness = await startEngine(await databases.init(id), {
      scripts: {
        configure: () => {
          throw new Error('broken');
        },
      },
      engine: { logger: Object.assign(logger, withFields({})) },
    });
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Suspended');
    const run = await harness.knex('runs').where({ request_uid: uid }).first();
    expect(lines).toContainEqual(
      expect.objectContaining({
        request: uid,
        promise: 'database',
        requestName: 'default/one',
        run: run.id,
        message: expect.stringContaining('broken'),
      }),
    );
  });
});
