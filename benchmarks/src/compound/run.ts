/**
 * Many orders of the compound example at once: how long each takes until it and its children are delivered, and how
 * many commits that makes. Every order is looked for in a fresh clone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPortal } from '@promissory/scripts/services/startPortal';
import { countChildren, orphanChild } from '../golden-path/children.ts';
import { commitFile } from '../golden-path/faults.ts';
import { GitRemote } from '../golden-path/GitRemote.ts';
import { readOrders } from '../golden-path/readOrders.ts';
import { PortalClient } from '../portal/PortalClient.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { tellVerdict } from '../report/tellVerdict.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { percentile, round } from '../report/statistics.ts';
import { countCommits } from './countCommits.ts';
import { findOrderFiles } from './findOrderFiles.ts';
import { numberedOrder } from './numberedOrder.ts';
import { watchRequests } from './watchRequests.ts';

const PROMISE = 'production-ready-microservice';
const DELIVERED = ['Delivered', 'Ready'];

const { json, values } = parseArguments('bench compound', {
  orders: { description: 'how many at once (50)' },
  children: { description: 'how many each has to have (5)' },
  seconds: { description: 'when to give up (300)' },
  break: {
    description: 'seed a fault that has to be noticed',
    values: ['lost', 'children'],
  },
});
const orders = Number(values.orders ?? 50);
const childrenEach = Number(values.children ?? 5);
const timeoutMs = Number(values.seconds ?? 300) * 1_000;
const fault = values.break;

const directory = await mkdtemp(join(tmpdir(), 'promissory-bench-compound-'));
const problems: string[] = [];
const durations: number[] = [];
let commits = 0;
let children = 0;
let files = 0;
let totalMs = 0;

try {
  const portal = await startPortal({ directory });
  try {
    const database = join(directory, 'sqlite/promises.sqlite');
    const remote = new GitRemote(portal.repository);
    const client = await PortalClient.signIn(portal.url, 'user:default/alice');
    const { kind } = await waitUntil(
      `Promise ${PROMISE} to take orders`,
      async () => {
        const { status, body } = await client.send(
          'GET',
          `/promises/${PROMISE}`,
        );
        const promise = body as { orderable: boolean; api: { kind: string } };
        return status === 200 && promise.orderable ? promise.api : undefined;
      },
      { timeoutMs: 60_000, everyMs: 100 },
    );
    const example = (
      await readOrders(
        resolve(import.meta.dirname, '../../../examples/requests'),
      )
    ).find(order => order.kind === kind);
    if (!example) throw new Error(`examples/requests has no ${kind}`);
    const before = await waitUntil(
      'what the Promises bring themselves',
      async () => {
        const last = await remote.head();
        await new Promise(done => setTimeout(done, 2_000));
        return last !== undefined && (await remote.head()) === last
          ? last
          : undefined;
      },
      { timeoutMs: 60_000, everyMs: 0 },
    );

    const copies = Array.from({ length: orders }, (_, n) =>
      numberedOrder(example, n + 1),
    );
    const startedAt = new Map<string, number>();
    const start = performance.now();
    await Promise.all(
      copies.map(async ({ namespace, name, spec }) => {
        const sent = performance.now();
        const { body } = await client.expect(
          [201],
          'PUT',
          `/promises/${PROMISE}/requests/${namespace}/${name}`,
          { body: { spec }, headers: { 'if-none-match': '*' } },
        );
        startedAt.set((body as { uid: string }).uid, sent);
      }),
    );
    const { seenAt, others } = await watchRequests(database, {
      uids: [...startedAt.keys()],
      until: DELIVERED,
      timeoutMs,
      everyMs: 100,
    });
    totalMs = performance.now() - start;
    for (const [uid, at] of seenAt) durations.push(at - startedAt.get(uid)!);
    for (const [uid, state] of [...others].slice(0, 5)) {
      problems.push(`request ${uid} was not delivered: ${state}`);
    }
    commits = await countCommits(portal.repository, before);

    if (fault === 'lost') {
      const { files: tree } = await remote.clone();
      const [victim] = findOrderFiles(tree, PROMISE, copies[0]);
      await commitFile(portal.repository, victim, undefined);
    }
    if (fault === 'children') orphanChild(database);
    children = countChildren(database);
    if (children !== orders * childrenEach) {
      problems.push(
        `${children} children, expected ${childrenEach} for each of ${orders} orders`,
      );
    }
    const { files: tree } = await remote.clone();
    const counts = copies.map(
      copy => findOrderFiles(tree, PROMISE, copy).length,
    );
    files = counts.reduce((sum, count) => sum + count, 0);
    const most = Math.max(...counts);
    counts.forEach((count, index) => {
      if (count === 0 || count !== most) {
        problems.push(
          `${copies[index].name} has ${count} files in a fresh clone, others ${most}`,
        );
      }
    });
  } finally {
    await portal.stop();
  }
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  await rm(directory, { recursive: true, force: true });
}
if (durations.length === 0) problems.push('no order was delivered');

const verdict = {
  ok: problems.length === 0,
  orders,
  delivered: durations.length,
  children,
  files,
  commits,
  totalMs: round(totalMs),
  ...(durations.length > 0 && {
    deliveredMs: {
      median: round(percentile(durations, 0.5)),
      p95: round(percentile(durations, 0.95)),
      worst: round(Math.max(...durations)),
    },
  }),
  ...(fault && { break: fault }),
  problems,
  environment: describeEnvironment(),
};
tellVerdict(verdict, { json });
