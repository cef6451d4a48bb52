import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@promissory/scripts/services/startPostgres';
import { numberedOrder } from '../compound/numberedOrder.ts';
import { findOrderFiles } from '../compound/findOrderFiles.ts';
import { commitFile } from '../golden-path/faults.ts';
import { GitRemote } from '../golden-path/GitRemote.ts';
import type { Order } from '../golden-path/readOrders.ts';
import type { MeasuredBackend } from './MeasuredBackend.ts';
import { measureOrders, type MeasuredOrders } from './measureOrders.ts';
import { measureScaffolder } from './measureScaffolder.ts';
import { OrderFiles } from './OrderFiles.ts';
import type { Sizes } from './sizes.ts';
import { COMPOUND, PLAIN, startEngine } from './startEngine.ts';

const TIMEOUT_MS = 180_000;
const CONCURRENCIES = [10, 50];
const REPLICAS = 3;

/** Orders of one installation. */
export interface MeasuredInstallation {
  readonly database: 'sqlite' | 'postgres';
  readonly replicas: number;
  readonly placementsPerCommit?: number;
  readonly plain: MeasuredOrders;
  readonly compound?: MeasuredOrders;
}

/** All installations, and the scaffolder beside them. */
export interface MeasuredThroughput {
  readonly installations: readonly MeasuredInstallation[];
  readonly scaffolder: ReadonlyArray<{
    readonly concurrency: number;
    readonly perSecond: number;
  }>;
}

interface Options {
  readonly sizes: Sizes;
  readonly plain: Order;
  readonly compound: Order;
  /** A seeded fault: a file that was delivered is taken away before it is looked for, or everything takes longer. */
  readonly fault?: string;
  readonly problems: string[];
}

/** SQLite with one process, Postgres with one and with three, a commit for each placement, and the scaffolder. */
export async function measureThroughput(
  options: Options,
): Promise<MeasuredThroughput> {
  const installations: MeasuredInstallation[] = [];
  await inFolder(async directory => {
    const backend = await startEngine({ directory });
    try {
      installations.push(
        await measure([backend], { ...options, database: 'sqlite' }),
      );
    } finally {
      await backend.stop();
    }
  });
  const postgres = await startPostgres();
  const server = postgres.connectionString;
  try {
    const scaffolder = await inFolder(async directory => {
      const backends = [await startEngine({ directory, postgres: server })];
      try {
        const one = { ...options, database: 'postgres' as const };
        installations.push(await measure(backends, one));
        const files = await referenceFiles(backends[0], options.plain);
        for (let replica = 1; replica < REPLICAS; replica += 1) {
          backends.push(await startEngine({ directory, postgres: server }));
        }
        installations.push(await measure(backends, one));
        await Promise.all(backends.map(backend => backend.stop()));

        const git = { placementsPerCommit: 1 };
        const unbatched = await startEngine({
          directory,
          postgres: server,
          git,
        });
        backends.push(unbatched);
        installations.push({
          ...(await measure([unbatched], { ...one, onlyPlain: true })),
          ...git,
        });
        await unbatched.stop();

        const measured = [];
        for (const concurrency of CONCURRENCIES) {
          measured.push(
            await measureScaffolder({
              directory,
              postgres: server,
              repository: backends[0].repository,
              files,
              tasks: options.sizes.tasks,
              concurrency,
              timeoutMs: TIMEOUT_MS,
              problems: options.problems,
            }),
          );
        }
        return measured;
      } finally {
        await Promise.all(backends.map(backend => backend.stop()));
      }
    });
    return { installations, scaffolder };
  } finally {
    await postgres.stop();
  }
}

/** Warms up, and sends the orders. */
async function measure(
  backends: readonly MeasuredBackend[],
  options: Options & {
    readonly database: 'sqlite' | 'postgres';
    readonly onlyPlain?: boolean;
  },
): Promise<MeasuredInstallation> {
  const { sizes, problems, database, fault } = options;
  const prefix = `${database[0]}${backends.length}${
    options.onlyPlain ? 'u' : ''
  }`;
  const copies = (order: Order, what: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      numberedOrder(rename(order, `${prefix}${what}`), index + 1),
    );
  const send = (
    promise: string,
    orders: readonly Order[],
    files?: OrderFiles,
  ) =>
    measureOrders({
      backends,
      promise,
      orders,
      files,
      beforeLook: async () => {
        if (fault !== 'lost' || !files) return;
        const { repository } = backends[0];
        const { files: tree } = await new GitRemote(repository).clone();
        const [victim] = findOrderFiles(tree, promise, orders[0]);
        await commitFile(repository, victim, undefined);
      },
      slowedMs: fault === 'slow' ? TIMEOUT_MS : 0,
      timeoutMs: TIMEOUT_MS,
      problems,
    });
  await send(PLAIN, copies(options.plain, 'w', sizes.warmUp));
  const files = await referenceFiles(backends[0], options.plain);
  const plain = await send(
    PLAIN,
    copies(options.plain, 'p', sizes.orders),
    files,
  );
  const installation = { database, replicas: backends.length, plain };
  if (options.onlyPlain) return installation;
  const compound = await send(
    COMPOUND,
    copies(options.compound, 'c', sizes.compoundOrders),
  );
  return { ...installation, compound };
}

/** Files of an order whose name stands nowhere else, which is placed where it is not yet. */
async function referenceFiles(
  backend: MeasuredBackend,
  order: Order,
): Promise<OrderFiles> {
  const reference = rename(order, 'reference');
  const remote = new GitRemote(backend.repository);
  const { files } = await remote.clone();
  if (findOrderFiles(files, PLAIN, reference).length === 0) {
    await measureOrders({
      backends: [backend],
      promise: PLAIN,
      orders: [reference],
      timeoutMs: TIMEOUT_MS,
      problems: [],
    });
  }
  return OrderFiles.of((await remote.clone()).files, PLAIN, reference);
}

function rename(order: Order, name: string): Order {
  return {
    ...order,
    name,
    spec: JSON.parse(
      JSON.stringify(order.spec).replaceAll(order.name, name),
    ) as unknown,
  };
}

async function inFolder<T>(
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'promissory-bench-engine-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
