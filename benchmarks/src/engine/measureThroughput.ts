import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@promissory/scripts/services/startPostgres';
import { numberedOrder } from '../compound/numberedOrder.ts';
import { findOrderFiles } from '../compound/findOrderFiles.ts';
import { commitFile } from '../golden-path/faults.ts';
import { GitRemote } from '../golden-path/GitRemote.ts';
import type { Order } from '../golden-path/readOrders.ts';
import { renamedOrder } from '../golden-path/renamedOrder.ts';
import { copyRepository } from './copyRepository.ts';
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

/** Tasks of the scaffolder. */
export interface MeasuredScaffolder {
  readonly database: 'sqlite' | 'postgres';
  readonly concurrency: number;
  readonly perSecond: number;
}

/** All installations, and the scaffolder beside them. */
export interface MeasuredThroughput {
  readonly installations: readonly MeasuredInstallation[];
  readonly scaffolder: readonly MeasuredScaffolder[];
}

interface Options {
  readonly sizes: Sizes;
  readonly plain: Order;
  readonly compound: Order;
  /** A seeded fault: a file that was delivered is taken away before it is looked for, or everything takes longer. */
  readonly fault?: string;
  readonly problems: string[];
}

/** SQLite with one process, then Postgres with one and with three; each beside the scaffolder on the same database. */
export async function measureThroughput(
  options: Options,
): Promise<MeasuredThroughput> {
  const onSqlite = await measureDatabase({ ...options, database: 'sqlite' });
  const postgres = await startPostgres();
  try {
    const onPostgres = await measureDatabase({
      ...options,
      database: 'postgres',
      postgres: postgres.connectionString,
    });
    return {
      installations: [...onSqlite.installations, ...onPostgres.installations],
      scaffolder: [...onSqlite.scaffolder, ...onPostgres.scaffolder],
    };
  } finally {
    await postgres.stop();
  }
}

type DatabaseOptions = Options & {
  readonly database: 'sqlite' | 'postgres';
  readonly postgres?: string;
};

/** All that is measured on one database, one after the other; the engine in one repository, the scaffolder in copies of what it found there. */
async function measureDatabase(
  options: DatabaseOptions,
): Promise<MeasuredThroughput> {
  const { postgres, database, sizes, problems } = options;
  const directory = await mkdtemp(join(tmpdir(), 'promissory-bench-engine-'));
  const running: MeasuredBackend[] = [];
  const start = async (git?: object) => {
    const backend = await startEngine({ directory, postgres, git });
    running.push(backend);
    return backend;
  };
  const stop = () =>
    Promise.all(running.splice(0).map(backend => backend.stop()));
  try {
    const installations: MeasuredInstallation[] = [];
    const first = await start();
    const copyOf = (concurrency: number) =>
      join(directory, `scaffolder-${concurrency}.git`);
    const copyRepositories = async () => {
      for (const concurrency of CONCURRENCIES) {
        await copyRepository(first.repository, copyOf(concurrency));
      }
    };
    installations.push(
      await measure(running, { ...options, afterWarmUp: copyRepositories }),
    );
    const files = await referenceFiles(first, options.plain);
    if (postgres) {
      while (running.length < REPLICAS) await start();
      installations.push(await measure(running, options));
    }
    await stop();

    const git = { placementsPerCommit: 1 };
    await start(git);
    const unbatched = await measure(running, { ...options, onlyPlain: true });
    installations.push({ ...unbatched, ...git });
    await stop();

    const scaffolder: MeasuredScaffolder[] = [];
    for (const concurrency of CONCURRENCIES) {
      const tasks = await measureScaffolder({
        directory,
        postgres,
        repository: copyOf(concurrency),
        files,
        tasks: sizes.tasks,
        concurrency,
        timeoutMs: TIMEOUT_MS,
        problems,
      });
      scaffolder.push({ database, ...tasks });
    }
    return { installations, scaffolder };
  } finally {
    await stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Warms up, and sends the orders. */
async function measure(
  backends: readonly MeasuredBackend[],
  options: DatabaseOptions & {
    readonly onlyPlain?: boolean;
    readonly afterWarmUp?: () => Promise<void>;
  },
): Promise<MeasuredInstallation> {
  const { sizes, problems, database, fault } = options;
  const prefix = `${database[0]}${backends.length}${
    options.onlyPlain ? 'u' : ''
  }`;
  const copies = (order: Order, what: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      numberedOrder(renamedOrder(order, `${prefix}${what}`), index + 1),
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
  await options.afterWarmUp?.();
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
  const reference = renamedOrder(order, 'reference');
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
