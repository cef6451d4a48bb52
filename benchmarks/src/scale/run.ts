/**
 * What a large installation answers: 500 Promises and 10,000 requests on Postgres, lists, one request and the marketplace
 * over HTTP, a sweep that compares every file, once without and once with the catalog entities of all requests.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { startPostgres } from '@promissory/scripts/services/startPostgres';
import {
  numberedPromise,
  type PromiseDocument,
} from '../actions/numberedPromise.ts';
import { measureAtRest, type AtRest } from '../engine/measureAtRest.ts';
import { startEngine, PLAIN } from '../engine/startEngine.ts';
import { readOrders } from '../golden-path/readOrders.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { tellVerdict } from '../report/tellVerdict.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { round } from '../report/statistics.ts';
import { fillWithRequests } from './fillWithRequests.ts';
import { measureRoutes, type MeasuredRoute } from './measureRoutes.ts';
import { measureSweep } from './measureSweep.ts';

const TARGET_P95_MS = 100;
const TARGET_SWEEP_SECONDS = 60;
const TIMEOUT_MS = 180_000;

const { json, values } = parseArguments('bench scale', {
  promises: { description: 'how many Promises (500)' },
  requests: { description: 'how many requests (10000)' },
  rounds: { description: 'how often each route is asked (100)' },
  seconds: { description: 'how long it is looked at at rest (20)' },
  size: {
    description:
      'full (unless given), or short: whether it works, not how fast',
    values: ['full', 'short'],
  },
  break: {
    description: 'seed a fault that has to be noticed',
    values: ['slow', 'missing', 'sweep'],
  },
});
const short = values.size === 'short';
const promises = Number(values.promises ?? (short ? 10 : 500));
const requests = Number(values.requests ?? (short ? 100 : 10_000));
const rounds = Number(values.rounds ?? (short ? 10 : 100));
const seconds = Number(values.seconds ?? (short ? 5 : 20));
const fault = values.break;

/** What is measured with the catalog entities of requests on or off. */
interface Measured {
  readonly routes: Readonly<Record<string, MeasuredRoute>>;
  readonly atRest: AtRest;
  readonly entities: number;
  /** until all of them are in the catalog */
  readonly entitiesSeconds?: number;
}

const directory = await mkdtemp(join(tmpdir(), 'promissory-bench-scale-'));
const problems: string[] = [];
const measured: { off?: Measured; on?: Measured } = {};
let sweepSeconds: number | undefined;
const postgres = await startPostgres([
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track=top',
]);

try {
  const examples = resolve(import.meta.dirname, '../../../examples');
  const original = parse(
    await readFile(join(examples, `promises/${PLAIN}/promise.yaml`), 'utf8'),
  ) as PromiseDocument;
  const file = join(directory, 'promises.yaml');
  await writeFile(
    file,
    Array.from({ length: promises }, (_, index) =>
      stringify(numberedPromise(original, index)),
    ).join('---\n'),
  );
  const order = (await readOrders(join(examples, 'requests'))).find(
    ({ kind }) => kind === 'Namespace',
  );
  if (!order) throw new Error('examples/requests has no Namespace');

  let uid: string | undefined;
  for (const entities of ['off', 'on'] as const) {
    const backend = await startEngine({
      directory,
      postgres: postgres.connectionString,
      files: [file],
      catalog: { requestEntities: entities === 'on' },
    });
    const database = backend.open('promises');
    const catalog = backend.open('catalog');
    const count = async () => {
      const [{ there }] = await catalog.all(
        `SELECT count(*) AS there FROM refresh_state WHERE entity_ref LIKE 'resource:%'`,
      );
      return Number(there);
    };
    try {
      await waitUntil(
        `${promises} Promises`,
        async () => {
          const [{ there }] = await database.all(
            `SELECT count(*) AS there FROM promises WHERE state = 'Available'`,
          );
          return Number(there) > promises ? true : undefined;
        },
        { timeoutMs: TIMEOUT_MS, everyMs: 500 },
      );
      uid ??= await fillWithRequests({
        backend,
        database,
        order,
        count: fault === 'missing' ? requests - 1 : requests,
      });
      const start = performance.now();
      let entitiesSeconds: number | undefined;
      if (entities === 'on') {
        await waitUntil(
          `${requests} entities`,
          async () => ((await count()) >= requests ? true : undefined),
          { timeoutMs: TIMEOUT_MS, everyMs: 1_000 },
        );
        entitiesSeconds = round((performance.now() - start) / 1_000);
      }
      measured[entities] = {
        routes: await measureRoutes({
          url: backend.url,
          authorization: backend.client.authorization,
          routes: {
            marketplace: '/promises',
            search: '/promises?search=copy%2042',
            requests: '/requests',
            requestsOfPromise: `/requests?promise=${PLAIN}&state=Delivered`,
            request: `/requests/${uid}`,
          },
          rounds,
          delayMs: fault === 'slow' ? TARGET_P95_MS : 0,
        }),
        atRest: await measureAtRest({
          backend,
          postgres: postgres.connectionString,
          settleMs: short ? 1_000 : 10_000,
          seconds,
        }),
        entities: await count(),
        entitiesSeconds,
      };
      if (entities === 'off') {
        const [{ there }] = await database.all(
          'SELECT count(*) AS there FROM requests',
        );
        if (Number(there) !== requests) {
          problems.push(`${there} requests, expected ${requests}`);
        }
        sweepSeconds = round(
          await measureSweep({
            database,
            repository: backend.repository,
            timeoutMs: fault === 'sweep' ? 1 : TIMEOUT_MS,
          }),
        );
      }
    } finally {
      await database.close();
      await catalog.close();
      await backend.stop();
    }
  }
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

const judged = !short || fault === 'slow';
for (const [entities, { routes }] of Object.entries(measured)) {
  for (const [name, { p95Ms, bytes }] of Object.entries(routes)) {
    if (bytes === 0) problems.push(`${name} answers nothing`);
    if (judged && p95Ms >= TARGET_P95_MS) {
      problems.push(
        `p95 of ${name} is ${p95Ms} ms with entities ${entities}, target under ${TARGET_P95_MS}`,
      );
    }
  }
}
if (!measured.off || !measured.on) problems.push('not all was measured');
if (!short && (sweepSeconds ?? Infinity) >= TARGET_SWEEP_SECONDS) {
  problems.push(
    `a sweep took ${sweepSeconds} s, target under ${TARGET_SWEEP_SECONDS}`,
  );
}

const verdict = {
  ok: problems.length === 0,
  promises,
  requests,
  rounds,
  sweepSeconds,
  requestEntities: measured,
  size: short ? 'short' : 'full',
  ...(fault && { break: fault }),
  problems,
  environment: describeEnvironment(),
};
tellVerdict(verdict, { json });
