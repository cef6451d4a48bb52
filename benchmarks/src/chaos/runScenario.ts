import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startPostgres,
  type PostgresServer,
} from '@promissory/scripts/services/startPostgres';
import { GitRemote } from '../golden-path/GitRemote.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { createRandom } from '../random/createRandom.ts';
import { seedBreak, type Break } from './breaks.ts';
import { openPostgres } from '../database/openPostgres.ts';
import { openSqlite } from '../database/openSqlite.ts';
import {
  readCompletions,
  recordCompletions,
} from './database/recordCompletions.ts';
import { readRequests } from './database/readRequests.ts';
import { makeTrouble } from './faults/makeTrouble.ts';
import { reviveFallen } from './faults/recover.ts';
import { planFaults } from './faults/planFaults.ts';
import type { Tally } from './faults/Tally.ts';
import { judgeCompletions } from './judge/judgeCompletions.ts';
import { judgeRequests } from './judge/judgeRequests.ts';
import { judgeTree } from './judge/judgeTree.ts';
import { Customer } from './load/Customer.ts';
import { sendToAny } from './load/sendToAny.ts';
import { expectedTree } from './oracle/expectedTree.ts';
import type { Order } from './oracle/Order.ts';
import { RemoteFront } from './remote/RemoteFront.ts';
import { Replica } from './replicas/Replica.ts';
import { waitForQuiet } from './waitForQuiet.ts';

const CUSTOMERS = 20;
const COMPOUND_SHARE = 0.25;
/** Between rounds of trouble, on average. */
const BETWEEN_MS = 3_000;
const READY_MS = 60_000;
const QUIET_MS = 120_000;

/** What is done to one kind of database. */
export interface ScenarioOptions {
  readonly database: 'sqlite' | 'postgres';
  /** Rounds of trouble. */
  readonly rounds: number;
  readonly seed: number;
  /** Orders at least, and those of them that are compound. */
  readonly requests: number;
  readonly compound: number;
  readonly break: Break | undefined;
  /** Folder that keeps logs, database and repository; they go without it. */
  readonly keep: string | undefined;
  readonly tell: (line: string) => void;
}

/** What came of it; lines say what is wrong. */
export interface ScenarioResult extends Tally {
  readonly requests: number;
  readonly compound: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrongBytes: readonly string[];
  readonly orphans: readonly string[];
  readonly quietMs: number;
}

/** Backends under load and in trouble, until quiet; then everything is judged. */
export async function runScenario(
  options: ScenarioOptions,
): Promise<ScenarioResult> {
  const directory = await mkdtemp(join(tmpdir(), 'promissory-chaos-'));
  const server =
    options.database === 'postgres'
      ? // A server that crashes must not forget what it has confirmed.
        await startPostgres(['synchronous_commit=on', 'full_page_writes=on'])
      : undefined;
  const replicas: Replica[] = [];
  try {
    await mkdir(join(directory, 'git'));
    const remote = await RemoteFront.create(
      join(directory, 'git', 'platform.git'),
    );
    for (let count = server ? 3 : 1; count > 0; count -= 1) {
      replicas.push(
        await Replica.start({ directory, postgres: server?.connectionString }),
      );
    }
    return await play(options, { directory, server, remote, replicas });
  } finally {
    await Promise.all(replicas.map(replica => replica.stop()));
    await server?.stop();
    if (options.keep) {
      await cp(directory, join(options.keep, options.database), {
        recursive: true,
      });
    }
    await rm(directory, { recursive: true, force: true });
  }
}

/** Waits until the Promises take orders and the Destinations are claimed; the tree that is there then. */
async function waitForPromises(replica: Replica, git: GitRemote) {
  await waitUntil(
    'the Promises to take orders',
    async () => {
      const { body } = await replica.client.expect([200], 'GET', '/promises');
      const { items } = body as { items: Array<{ orderable: boolean }> };
      return (
        items.filter(({ orderable }) => orderable).length === 2 || undefined
      );
    },
    { timeoutMs: READY_MS, everyMs: 200 },
  );
  return waitUntil(
    'the Destinations to be claimed',
    async () => {
      const { files } = await git.clone();
      return files.size === 2 ? files : undefined;
    },
    { timeoutMs: READY_MS, everyMs: 200 },
  );
}

async function play(
  options: ScenarioOptions,
  stage: {
    readonly directory: string;
    readonly server: PostgresServer | undefined;
    readonly remote: RemoteFront;
    readonly replicas: readonly Replica[];
  },
): Promise<ScenarioResult> {
  const { server, remote, replicas } = stage;
  const random = createRandom(options.seed);
  const git = new GitRemote(remote.repository);
  const before = await waitForPromises(replicas[0], git);
  const database = server
    ? openPostgres(server.connectionString)
    : openSqlite(join(stage.directory, 'sqlite/promises.sqlite'));
  await recordCompletions(database);

  const orders: Order[] = [];
  const tally: Tally = {
    kills: 0,
    killsWithRun: 0,
    hits: {},
    faults: {},
    resumedMs: [],
    problems: [],
  };
  const compound = () =>
    orders.filter(({ promise }) => promise === 'folder').length;
  let isTroubled = true;
  let number = 0;
  const customers = Array.from({ length: CUSTOMERS }, (_, index) =>
    Customer.create({
      random: createRandom(options.seed * 1_000 + index),
      send: sendToAny(replicas.map(({ client }) => client)),
      orders,
      compound: COMPOUND_SHARE,
      nextNumber: () => (number += 1),
      isOver: () =>
        !isTroubled &&
        orders.length >= options.requests &&
        compound() >= options.compound,
    })
      .run()
      .catch(error => {
        const problem = `a customer gave up: ${error}`;
        tally.problems.push(problem);
        options.tell(`${options.database}: ${problem}`);
      }),
  );

  const scene = { replicas, database, server, remote, random, tally };
  const faults = planFaults({
    rounds: options.rounds,
    random,
    hasServer: Boolean(server),
  });
  try {
    for (const [round, fault] of faults.entries()) {
      const started = performance.now();
      await makeTrouble(scene, fault);
      await reviveFallen(scene);
      const name =
        fault.kind === 'point'
          ? `${fault.point.workflow} ${fault.point.point}`
          : fault.kind;
      options.tell(
        `${options.database} ${round + 1}/${
          faults.length
        } ${name}: ${Math.round(performance.now() - started)} ms, ${
          orders.length
        } requests, resumed after ${tally.resumedMs.at(-1) ?? '-'} ms`,
      );
      await sleep(BETWEEN_MS * (0.5 + random.next()));
    }
  } finally {
    isTroubled = false;
  }
  await Promise.all(customers);
  const quietMs = await waitForQuiet(database, { orders, timeoutMs: QUIET_MS });
  options.tell(`${options.database}: quiet after ${Math.round(quietMs)} ms`);
  if (options.break) {
    await seedBreak(options.break, {
      database,
      repository: remote.repository,
      orders,
    });
  }

  const { files } = await git.clone();
  const tree = judgeTree(
    files,
    expectedTree(orders, new Map([...before, ...remote.foreign])),
  );
  const requests = judgeRequests(orders, await readRequests(database));
  const completed = judgeCompletions(await readCompletions(database), orders);
  await database.close();
  return {
    ...tally,
    requests: orders.length,
    compound: compound(),
    lost: requests.lost,
    doubled: [...completed, ...tree.superseded],
    wrongBytes: tree.wrongBytes,
    orphans: [...tree.orphans, ...requests.orphans],
    quietMs,
  };
}
