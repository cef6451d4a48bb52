/**
 * What many Promises cost the scaffolder: the list of dynamic actions, for which every step of every template asks, read
 * as a person with all permission checks; and how soon each Promise has its Template, and how many are touched when one
 * Promise changes.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { startPortal } from '@promissory/scripts/services/startPortal';
import { PortalClient } from '../portal/PortalClient.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { tellVerdict } from '../report/tellVerdict.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { percentile, round } from '../report/statistics.ts';
import { measureList, type MeasuredList } from './measureList.ts';
import { countTouched, waitForTemplates } from './templates.ts';
import {
  numberedPromise,
  retitled,
  type PromiseDocument,
} from './numberedPromise.ts';

const TARGET_P95_MS = 20;
const TARGET_BYTES = 2_000_000;
const TARGET_SECONDS = 10;
const WARM_UP_ROUNDS = 50;
const REST_MS_PER_PROMISE = 30;

const { json, values } = parseArguments('bench actions', {
  promises: { description: 'how many Promises (500)' },
  rounds: { description: 'how often to ask for the list (300)' },
  seconds: { description: 'when to give up waiting for the Promises (300)' },
  break: {
    description: 'seed a fault that has to be noticed',
    values: ['slow', 'large', 'missing', 'touched'],
  },
});
const promises = Number(values.promises ?? 500);
const rounds = Number(values.rounds ?? 300);
const timeoutMs = Number(values.seconds ?? 300) * 1_000;
const fault = values.break;

const directory = await mkdtemp(join(tmpdir(), 'promissory-bench-actions-'));
const problems: string[] = [];
let measured: MeasuredList | undefined;
let listed = 0;
let templates: { count: number; seconds: number } | undefined;
let touched: number | undefined;

try {
  const source = await readFile(
    resolve(
      import.meta.dirname,
      '../../../examples/promises/postgresql/promise.yaml',
    ),
    'utf8',
  );
  const original = parse(source) as PromiseDocument;
  const published = fault === 'missing' ? promises - 1 : promises;
  const file = join(directory, 'promises.yaml');
  const documents = Array.from({ length: published }, (_, index) =>
    numberedPromise(original, index),
  );
  const write = (all: readonly object[]) =>
    writeFile(file, all.map(each => stringify(each)).join('---\n'));
  await write(documents);
  const locations = ['people/org.yaml', 'state-stores/default.yaml'].map(
    target => ({ type: 'file', target: join(directory, 'examples', target) }),
  );
  const portal = await startPortal({
    directory,
    config: {
      catalog: {
        locations: [...locations, { type: 'file', target: file }],
      },
      // Its changes are read as soon as they are written.
      promises: { catalog: { watch: true } },
    },
  });
  try {
    const client = await PortalClient.signIn(portal.url, 'user:default/alice');
    const { authorization } = client;
    const url = `${portal.url}/api/promises/.backstage/actions/v1/actions`;
    const count = async () => {
      const ask = () => fetch(url, { headers: { authorization } });
      // A busy backend may close a connection that is about to be used again.
      const response = await ask().catch(ask);
      if (!response.ok) {
        throw new Error(
          `The list answered ${response.status}: ${await response.text()}`,
        );
      }
      const { actions } = (await response.json()) as { actions: unknown[] };
      listed = actions.length;
      return listed;
    };
    await waitUntil(
      `${published} Promises to take orders`,
      async () => ((await count()) === published ? true : undefined),
      { timeoutMs, everyMs: 1_000 },
    );
    const catalog = { url: portal.url, authorization, timeoutMs };
    const there = await waitForTemplates(catalog, published);
    templates = { count: there.templates.size, seconds: there.seconds };
    // The catalog still processes what it has just taken in; that is no part of what a list costs.
    await sleep(REST_MS_PER_PROMISE * promises);
    const options = { url, authorization };
    await measureList({ ...options, rounds: WARM_UP_ROUNDS, delayMs: 0 });
    measured = await measureList({
      ...options,
      rounds,
      delayMs: fault === 'slow' ? TARGET_P95_MS : 0,
    });
    touched = await countTouched(catalog, there.templates, () =>
      write(
        documents.map((each, index) =>
          index === 0 || (index === 1 && fault === 'touched')
            ? retitled(each)
            : each,
        ),
      ),
    );
  } finally {
    await portal.kill();
  }
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  await rm(directory, { recursive: true, force: true });
}

const bytes = (measured?.bytes ?? 0) + (fault === 'large' ? TARGET_BYTES : 0);
const p95 = measured && round(percentile(measured.latenciesMs, 0.95));
if (listed !== promises) {
  problems.push(`${listed} actions for ${promises} Promises`);
}
if (p95 === undefined || p95 >= TARGET_P95_MS) {
  problems.push(`p95 of the list is ${p95} ms, target under ${TARGET_P95_MS}`);
}
if (bytes === 0 || bytes >= TARGET_BYTES) {
  problems.push(`the list has ${bytes} bytes, target under ${TARGET_BYTES}`);
}
if (templates && templates.seconds >= TARGET_SECONDS) {
  problems.push(
    `the last Template came after ${templates.seconds} s, target under ${TARGET_SECONDS}`,
  );
}
if (touched !== undefined && touched !== 1) {
  problems.push(`${touched} Templates changed with one Promise`);
}

const verdict = {
  ok: problems.length === 0,
  promises,
  actions: listed,
  listMs: measured && {
    median: round(percentile(measured.latenciesMs, 0.5)),
    p95,
  },
  bytes,
  rounds,
  templates: templates?.count ?? 0,
  templateSeconds: templates?.seconds,
  touchedTemplates: touched,
  ...(fault && { break: fault }),
  problems,
  environment: describeEnvironment(),
};
tellVerdict(verdict, { json });
