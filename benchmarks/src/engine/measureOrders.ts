import { countCommits } from '../compound/countCommits.ts';
import { GitRemote } from '../golden-path/GitRemote.ts';
import type { Order } from '../golden-path/readOrders.ts';
import { percentile, round } from '../report/statistics.ts';
import type { MeasuredBackend } from './MeasuredBackend.ts';
import type { OrderFiles } from './OrderFiles.ts';
import { placeOrders } from './placeOrders.ts';
import { watchStates } from './watchStates.ts';

/** In which all orders are sent. */
const WITHIN_MS = 1_000;

const DELIVERED = `SELECT uid AS id FROM requests WHERE state IN ('Delivered', 'Ready')`;

/** What became of orders that were sent within a second. */
export interface MeasuredOrders {
  readonly orders: number;
  /** from the first order sent until the last delivered */
  readonly perSecond: number;
  /** until the last was accepted */
  readonly acceptedMs: number;
  /** from accepted to delivered */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** commits, each of which is a push */
  readonly pushes: number;
}

/** Sends orders within a second to all backends in turn, waits for them, and looks for the files of each in a fresh clone. */
export async function measureOrders(options: {
  readonly backends: readonly MeasuredBackend[];
  readonly promise: string;
  readonly orders: readonly Order[];
  /** What each has to look like, where that is known. */
  readonly files?: OrderFiles;
  /** Runs when all are delivered, before they are looked for. */
  readonly beforeLook?: () => Promise<void>;
  /** A seeded fault: so much longer it is said to have taken. */
  readonly slowedMs?: number;
  readonly timeoutMs: number;
  readonly problems: string[];
}): Promise<MeasuredOrders> {
  const { backends, promise, orders, files, timeoutMs, problems } = options;
  const [{ repository }] = backends;
  const remote = new GitRemote(repository);
  const before = await remote.head();
  const database = backends[0].open('promises');
  try {
    const start = performance.now();
    const placing = placeOrders({
      clients: backends.map(({ client }) => client),
      promise,
      orders,
      withinMs: WITHIN_MS,
    });
    // The first may be delivered before the last is accepted.
    const [placed, seenAt] = await Promise.all([
      placing,
      watchStates(database, {
        ids: placing.then(all => all.map(({ uid }) => uid)),
        query: DELIVERED,
        timeoutMs,
      }),
    ]);
    const acceptedMs =
      Math.max(...placed.map(({ acceptedAt }) => acceptedAt)) - start;
    const end = Math.max(...seenAt.values()) + (options.slowedMs ?? 0);
    if (seenAt.size < orders.length) {
      problems.push(
        `${orders.length - seenAt.size} of ${
          orders.length
        } orders of ${promise} were not delivered in ${timeoutMs / 1_000} s`,
      );
    }
    if (seenAt.size < orders.length) {
      const [left] = await database.all(
        `SELECT name, state, state_message FROM requests WHERE uid IN (${placed
          .filter(({ uid }) => !seenAt.has(uid))
          .map(({ uid }) => `'${uid}'`)
          .join(', ')})`,
      );
      problems.push(`${left?.name} is ${left?.state}: ${left?.state_message}`);
    }
    if (seenAt.size === 0) throw new Error('no order was delivered');
    const pushes = await countCommits(repository, before);
    await options.beforeLook?.();
    const { files: tree } = await remote.clone();
    const wrong = files
      ? orders.flatMap(({ name }) => files.compare(tree, name))
      : [];
    problems.push(...wrong.slice(0, 5));
    const latencies = placed.flatMap(({ uid, acceptedAt }) => {
      const at = seenAt.get(uid);
      return at === undefined ? [] : [at - acceptedAt];
    });
    return {
      orders: orders.length,
      perSecond: round(seenAt.size / ((end - start) / 1_000)),
      acceptedMs: round(acceptedMs),
      p50Ms: round(percentile(latencies, 0.5)),
      p95Ms: round(percentile(latencies, 0.95)),
      pushes,
    };
  } finally {
    await database.close();
  }
}
