/**
 * How fast, and at what cost, what happens on one replica is seen on another: two backends on one Postgres, orders on
 * the first, the viewer on the second. Commit times are the database server's own; statements are counted by it too.
 * The scaffolder's task event stream stands beside it in the same run, with as many idle viewers.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import {
  startPortal,
  type Portal,
} from '@promissory/scripts/services/startPortal';
import { startPostgres } from '@promissory/scripts/services/startPostgres';
import { readOrders } from '../golden-path/readOrders.ts';
import { PortalClient } from '../portal/PortalClient.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { tellVerdict } from '../report/tellVerdict.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { percentile, round } from '../report/statistics.ts';
import { measureEvents, type MeasuredEvents } from './measureEvents.ts';
import { measureIdle } from './measureIdle.ts';
import { StatementCounter } from './StatementCounter.ts';
import { waitingTemplate } from './waitingTemplate.ts';

const TARGET_P95_MS = 250;
const TARGET_QUERIES_PER_SECOND = 5;
const READY_TIMEOUT_MS = 60_000;
const PROMISES_DATABASE = 'backstage_plugin_promises';
const SCAFFOLDER_DATABASE = 'backstage_plugin_scaffolder';

const { json, values } = parseArguments('bench live', {
  events: { description: 'events to publish at least (1000)' },
  viewers: { description: 'idle viewers (200)' },
  seconds: { description: 'how long to count statements (20)' },
  break: {
    description: 'seed a fault that has to be noticed',
    values: ['lost', 'late', 'chatty'],
  },
});
const events = Number(values.events ?? 1_000);
const viewers = Number(values.viewers ?? 200);
const seconds = Number(values.seconds ?? 20);
const fault = values.break;

const directory = await mkdtemp(join(tmpdir(), 'promissory-bench-live-'));
const template = join(directory, 'template.yaml');
await writeFile(
  template,
  stringify(waitingTemplate(Math.min(600, seconds * 2 + 120))),
);

const postgres = await startPostgres([
  'track_commit_timestamp=on',
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track=top',
]);
const portals: Portal[] = [];
const problems: string[] = [];
let measured: MeasuredEvents | undefined;
let idle: { queriesPerSecond: number; viewers: number } | undefined;
let scaffolder: { queriesPerSecond: number; viewers: number } | undefined;

try {
  const locations = [
    'people/org.yaml',
    'state-stores/default.yaml',
    'destinations/platform.yaml',
    'destinations/dev-cluster.yaml',
    'destinations/prod-cluster.yaml',
    'promises/namespace/promise.yaml',
  ].map(target => ({
    type: 'file',
    target: join(directory, 'examples', target),
  }));
  const options = {
    directory,
    postgres: postgres.connectionString,
    config: {
      catalog: {
        locations: [...locations, { type: 'file', target: template }],
      },
    },
  };
  // One after the other: the first one makes the databases.
  portals.push(await startPortal(options));
  portals.push(await startPortal(options));
  const [writing, watching] = portals;

  const writer = await PortalClient.signIn(writing.url, 'user:default/alice');
  const viewer = await PortalClient.signIn(watching.url, 'user:default/paula');
  const [order] = (
    await readOrders(resolve(import.meta.dirname, '../../../examples/requests'))
  ).filter(
    ({ kind }) =>
      kind === 'Namespace' || kind.toLowerCase().includes('namespace'),
  );
  await waitUntil(
    'the namespace Promise to take orders',
    async () => {
      const { status, body } = await writer.send('GET', '/promises/namespace');
      return (
        (status === 200 && (body as { orderable: boolean }).orderable) ||
        undefined
      );
    },
    { timeoutMs: READY_TIMEOUT_MS, everyMs: 200 },
  );
  const databaseUrl = new URL(postgres.connectionString);
  databaseUrl.pathname = `/${PROMISES_DATABASE}`;
  const database = databaseUrl.toString();

  measured = await measureEvents({
    database,
    writer,
    viewer: { url: watching.url, authorization: viewer.authorization },
    events,
    order: index => ({
      path: `/promises/namespace/requests/${order.namespace}/live-${index}`,
      body: { spec: order.spec },
    }),
    loseOne: fault === 'lost',
    delayMs: fault === 'late' ? TARGET_P95_MS : 0,
  });

  const counter = await StatementCounter.create(database);
  const chatter =
    fault === 'chatty'
      ? setInterval(
          () => void counter.count(PROMISES_DATABASE),
          1_000 / (2 * TARGET_QUERIES_PER_SECOND),
        )
      : undefined;
  idle = await measureIdle({
    counter,
    database: PROMISES_DATABASE,
    url: `${watching.url}/api/promises/v1/events`,
    authorization: viewer.authorization,
    viewers,
    seconds,
  });
  clearInterval(chatter);

  const task = await waitUntil(
    'the template to be in the catalog',
    async () => {
      const response = await fetch(`${watching.url}/api/scaffolder/v2/tasks`, {
        method: 'POST',
        headers: {
          authorization: viewer.authorization,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          templateRef: 'template:default/wait',
          values: {},
        }),
      });
      return response.ok
        ? ((await response.json()) as { id: string }).id
        : undefined;
    },
    { timeoutMs: READY_TIMEOUT_MS, everyMs: 500 },
  );
  scaffolder = await measureIdle({
    counter,
    database: SCAFFOLDER_DATABASE,
    url: `${watching.url}/api/scaffolder/v2/tasks/${task}/eventstream`,
    authorization: viewer.authorization,
    viewers,
    seconds,
  });
  await counter.end();
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  await Promise.all(portals.map(portal => portal.kill()));
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

const latencies = measured?.latenciesMs ?? [];
const p95 =
  latencies.length > 0 ? round(percentile(latencies, 0.95)) : undefined;
if (measured) {
  if (measured.published < events) {
    problems.push(
      `only ${measured.published} of ${events} events were published`,
    );
  }
  if (measured.delivered !== measured.published) {
    problems.push(
      `${measured.published - measured.delivered} of ${
        measured.published
      } events did not arrive`,
    );
  }
  if (measured.outOfOrder > 0) {
    problems.push(
      `${measured.outOfOrder} events arrived out of order or twice`,
    );
  }
}
if (p95 === undefined || p95 >= TARGET_P95_MS) {
  problems.push(
    `p95 from commit to the viewer is ${p95} ms, target under ${TARGET_P95_MS} ms`,
  );
}
for (const [what, result] of [
  ['promises', idle],
  ['scaffolder', scaffolder],
] as const) {
  if (result?.viewers !== viewers) {
    problems.push(
      `${
        result?.viewers ?? 0
      } of ${viewers} idle viewers of ${what} stayed connected`,
    );
  }
}
if (!idle || idle.queriesPerSecond >= TARGET_QUERIES_PER_SECOND) {
  problems.push(
    `${idle?.queriesPerSecond} statements per second with ${viewers} idle viewers, target under ${TARGET_QUERIES_PER_SECOND}`,
  );
}

const verdict = {
  ok: problems.length === 0,
  eventToStreamP50Ms:
    latencies.length > 0 ? round(percentile(latencies, 0.5)) : undefined,
  eventToStreamP95Ms: p95,
  published: measured?.published ?? 0,
  delivered: measured?.delivered ?? 0,
  idleQueriesPerSecond: idle && round(idle.queriesPerSecond),
  scaffolderIdleQueriesPerSecond:
    scaffolder && round(scaffolder.queriesPerSecond),
  viewers,
  seconds,
  replicas: portals.length,
  ...(fault && { break: fault }),
  problems,
  environment: describeEnvironment(),
};
tellVerdict(verdict, { json });
