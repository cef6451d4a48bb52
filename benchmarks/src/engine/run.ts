/**
 * What the engine does in a second, and what it costs: orders at once with SQLite and Postgres, one and three replicas,
 * with Backstage's scaffolder and a commit for each placement beside it in the same run; what requests at rest cost, and
 * what is left in memory of those that came and went. Every delivered file is looked for in a fresh clone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readOrders, type Order } from '../golden-path/readOrders.ts';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { tellVerdict } from '../report/tellVerdict.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { round } from '../report/statistics.ts';
import { judgeEngine } from './judgeEngine.ts';
import { measureIdleDifference } from './measureIdleDifference.ts';
import {
  measureMemory,
  memorySlope,
  type MemoryPoint,
} from './measureMemory.ts';
import { measureThroughput } from './measureThroughput.ts';
import { FULL, SHORT } from './sizes.ts';
import { startEngine } from './startEngine.ts';

const PARTS = ['throughput', 'idle', 'memory'];
const MEMORY_TIMEOUT_MS = 120_000;

const { json, values } = parseArguments('bench engine', {
  size: {
    description:
      'full (unless given), or short: whether it works, not how fast',
    values: ['full', 'short'],
  },
  parts: { description: `some of ${PARTS.join(',')} (all)` },
  break: {
    description: 'seed a fault that has to be noticed',
    values: ['lost', 'slow', 'unbatched', 'chatty', 'leak'],
  },
});
const short = values.size === 'short';
const sizes = short ? SHORT : FULL;
const parts = values.parts?.split(',') ?? PARTS;
const fault = values.break;
const problems: string[] = [];
const unknown = parts.filter(part => !PARTS.includes(part));
if (unknown.length > 0) problems.push(`there is no part ${unknown.join(', ')}`);

const orders = await readOrders(
  resolve(import.meta.dirname, '../../../examples/requests'),
);
const orderOf = (kind: string): Order => {
  const found = orders.find(order => order.kind === kind);
  if (!found) throw new Error(`examples/requests has no ${kind}`);
  return found;
};
const plain = orderOf('Namespace');
const compound = orderOf('Microservice');

/** A part that fails is a problem, and no reason to leave out the others. */
async function attempt<T>(
  part: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (!parts.includes(part)) return undefined;
  try {
    return await work();
  } catch (error) {
    problems.push(
      `${part}: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
}

async function readMemory(): Promise<readonly MemoryPoint[]> {
  const directory = await mkdtemp(join(tmpdir(), 'promissory-bench-memory-'));
  const backend = await startEngine({ directory });
  try {
    return await measureMemory({
      backend,
      order: plain,
      orders: sizes.memoryOrders,
      warmUp: sizes.memoryWarmUp,
      points: sizes.memoryPoints,
      timeoutMs: MEMORY_TIMEOUT_MS,
    });
  } finally {
    await backend.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

const throughput = await attempt('throughput', () =>
  measureThroughput({ sizes, plain, compound, fault, problems }),
);
const idle = await attempt('idle', () =>
  measureIdleDifference({ order: plain, sizes, fault }),
);
const memory = await attempt('memory', readMemory);

/** Figures of one process on a database, with what stands beside it there. */
function compare(database: 'sqlite' | 'postgres') {
  if (!throughput) return {};
  const find = (placementsPerCommit?: number) =>
    throughput.installations.find(
      each =>
        each.database === database &&
        each.replicas === 1 &&
        each.placementsPerCommit === placementsPerCommit,
    );
  const unbatched = find(1);
  const batched = fault === 'unbatched' ? unbatched : find();
  if (!batched || !unbatched) return {};
  const best = Math.max(
    ...throughput.scaffolder
      .filter(each => each.database === database)
      .map(({ perSecond }) => perSecond),
  );
  return {
    plainPerSecond: batched.plain.perSecond,
    compoundPerSecond: batched.compound?.perSecond,
    timesScaffolder: round(batched.plain.perSecond / best),
    timesScaffolderUnbatched: round(unbatched.plain.perSecond / best),
    timesFewerPushes: round(unbatched.plain.pushes / batched.plain.pushes),
    deliveredP50Ms: batched.plain.p50Ms,
    deliveredP95Ms: batched.plain.p95Ms,
  };
}

// A megabyte for each request: few samples say more than that by chance.
const leak = fault === 'leak' ? 1_000 : 0;

const figures = {
  ...compare('sqlite'),
  idleQueriesPerSecond:
    idle && round(idle.with.queriesPerSecond - idle.without.queriesPerSecond),
  idleCpuPercent: idle && round(idle.with.cpuPercent - idle.without.cpuPercent),
  memorySlopeMbPer1000:
    memory &&
    round(
      memorySlope(
        memory.map(point => ({
          ...point,
          heapMb: point.heapMb + (leak * point.requests) / 1_000,
        })),
      ),
    ),
};
problems.push(...judgeEngine(figures, { short: short && fault !== 'leak' }));
if (!throughput && !idle && !memory) problems.push('nothing was measured');

const verdict = {
  ok: problems.length === 0,
  ...figures,
  size: short ? 'short' : 'full',
  parts,
  postgres: throughput && compare('postgres'),
  installations: throughput?.installations,
  scaffolder: throughput?.scaffolder,
  idle,
  requestsAtRest: idle && sizes.requests,
  memory: memory?.map(({ requests, heapMb }) => ({
    requests,
    heapMb: round(heapMb),
  })),
  ...(fault && { break: fault }),
  problems,
  environment: describeEnvironment(),
};
tellVerdict(verdict, { json });
