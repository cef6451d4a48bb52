/**
 * From an order over HTTP to files in Git, judged from outside: starts a backend in a temporary folder, orders what is
 * in examples/requests, a compound Promise among it, changes and deletes it, and compares fresh clones with
 * examples/expected, and the database with what it was before.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPortal } from '@promissory/scripts/services/startPortal';
import { PortalClient } from '../portal/PortalClient.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { tellVerdict } from '../report/tellVerdict.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { summarize } from '../report/statistics.ts';
import { countChildDocuments, countChildren, orphanChild } from './children.ts';
import { compareRows, countRows } from './countRows.ts';
import {
  addRow,
  commitFile,
  type Fault,
  FAULTS,
  refusePushes,
} from './faults.ts';
import { compareTrees, GitRemote } from './GitRemote.ts';
import { readPhases } from './phases.ts';
import { withClaims } from './withClaims.ts';
import { runRound, type RoundResult } from './runRound.ts';

const TARGET_MEDIAN_MS = 3_000;
const READY_TIMEOUT_MS = 60_000;

const { json, values } = parseArguments('golden-path', {
  rounds: { description: 'how often to order, change and delete (5)' },
  examples: {
    description: 'folder with requests and expected (examples of the project)',
  },
  break: {
    description: 'seed a fault that has to be noticed',
    values: Object.keys(FAULTS),
  },
});
const rounds = Number(values.rounds ?? 5);
const fault = values.break as Fault | undefined;
const examples = resolve(
  process.env.INIT_CWD ?? process.cwd(),
  values.examples ?? join(import.meta.dirname, '../../../examples'),
);

const directory = await mkdtemp(join(tmpdir(), 'promissory-golden-path-'));
const problems: string[] = [];
const results: RoundResult[] = [];
let leftoverRows = 0;
let files = 0;

try {
  const portal = await startPortal({ directory });
  try {
    const database = join(directory, 'sqlite/promises.sqlite');
    const remote = new GitRemote(portal.repository);
    const client = await PortalClient.signIn(portal.url, 'user:default/alice');
    const committed = await readPhases(examples);
    const [ordered] = committed;
    files = ordered.expected.size;

    const kinds = await waitUntil(
      'the Promises to take orders',
      async () => {
        const { body } = await client.expect([200], 'GET', '/promises');
        const { items } = body as {
          items: Array<{
            name: string;
            orderable: boolean;
            api?: { kind: string };
          }>;
        };
        const orderable = new Map(
          items
            .filter(item => item.orderable)
            .map(item => [item.api?.kind ?? '', item.name]),
        );
        return ordered.orders.every(order => orderable.has(order.kind))
          ? orderable
          : undefined;
      },
      { timeoutMs: READY_TIMEOUT_MS, everyMs: 100 },
    );
    const promiseOf = (kind: string) => kinds.get(kind) ?? kind;

    // What Promises and Destinations bring themselves has to be there before the first order.
    const before = await waitUntil(
      'what the Promises bring themselves',
      async () => {
        const { files: tree } = await remote.clone();
        const missing = compareTrees(tree, ordered.expected).filter(
          line => line.startsWith('missing') && !line.includes('/resources/'),
        );
        return tree.size > 0 && missing.length === 0 ? tree : undefined;
      },
      { timeoutMs: READY_TIMEOUT_MS, everyMs: 200 },
    );
    const phases = committed.map(phase => ({
      ...phase,
      expected: withClaims(phase.expected, before),
    }));
    const { body: destinations } = await client.expect(
      [200],
      'GET',
      '/destinations',
    );
    const folders = (
      destinations as {
        items: Array<{ path: string; fulfilsRequests?: boolean }>;
      }
    ).items
      .filter(({ fulfilsRequests }) => fulfilsRequests)
      .map(({ path }) => path);
    const rowsBefore = countRows(database);

    if (fault === 'delivery') {
      await refusePushes(portal.repository);
    }
    for (let round = 0; round < rounds; round += 1) {
      const result = await runRound({
        client,
        remote,
        promiseOf,
        phases,
        before,
        countChildren: () => countChildren(database),
        childrenIn: tree =>
          countChildDocuments(tree, { kinds: new Set(kinds.keys()), folders }),
        onDifference: line => problems.push(line),
        async onDelivered() {
          if (fault === 'content') {
            await commitFile(
              portal.repository,
              [...ordered.expected.keys()][0],
              'changed by somebody else\n',
            );
          }
          if (fault === 'children') {
            orphanChild(database);
          }
        },
        async onDeleted() {
          if (fault === 'leftover') {
            await commitFile(
              portal.repository,
              'left/over.yaml',
              'kind: Leftover\n',
            );
          }
          if (fault === 'rows') {
            addRow(database);
          }
        },
      });
      results.push(result);
      problems.push(
        ...result.leftoverFiles.map(line => `after deletion: ${line}`),
      );
      const rows = await waitUntil(
        'the rows to be as before',
        async () => {
          const difference = compareRows(rowsBefore, countRows(database));
          return difference.size === 0 ? difference : undefined;
        },
        { timeoutMs: 5_000, everyMs: 100 },
      ).catch(() => compareRows(rowsBefore, countRows(database)));
      for (const [table, more] of rows) {
        leftoverRows += Math.abs(more);
        problems.push(`after deletion: ${more} rows in ${table}`);
      }
      const changes = result.changedMs.map(Math.round).join(' and ');
      console.error(
        `round ${round + 1}: delivered ${Math.round(
          result.deliveredMs,
        )} ms, changed ${changes} ms, deleted ${Math.round(
          result.deletedMs,
        )} ms`,
      );
    }
  } finally {
    await portal.stop();
  }
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  await rm(directory, { recursive: true, force: true });
}

const figures = (pick: (result: RoundResult) => readonly number[]) => {
  const samples = results.flatMap(pick);
  return samples.length > 0 ? summarize(samples) : undefined;
};
const deliveredMs = figures(result => [result.deliveredMs]);
if (!deliveredMs) {
  problems.push('no round was completed');
} else if (deliveredMs.median >= TARGET_MEDIAN_MS) {
  problems.push(
    `median ${deliveredMs.median} ms from order to Git, target under ${TARGET_MEDIAN_MS} ms`,
  );
}

const verdict = {
  ok: problems.length === 0,
  files,
  children: results.at(-1)?.children,
  deliveredMs,
  changedMs: figures(result => result.changedMs),
  deletedMs: figures(result => [result.deletedMs]),
  leftoverFiles: results.reduce(
    (sum, result) => sum + result.leftoverFiles.length,
    0,
  ),
  leftoverRows,
  rounds: results.length,
  ...(fault && { break: fault }),
  problems,
  environment: describeEnvironment(),
};
tellVerdict(verdict, { json });
