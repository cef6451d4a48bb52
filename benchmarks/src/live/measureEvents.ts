import { setTimeout as sleep } from 'node:timers/promises';
import type { PortalClient } from '../portal/PortalClient.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { openEventStream } from './openEventStream.ts';
import { readCommitTimes, readLastPosition } from './readCommitTimes.ts';

const ARRIVAL_TIMEOUT_MS = 15_000;
const WRITE_TIMEOUT_MS = 180_000;
const PARALLEL_ORDERS = 4;

/** Where to write, where to watch. */
export interface MeasureEventsOptions {
  readonly database: string;
  readonly writer: PortalClient;
  readonly viewer: { readonly url: string; readonly authorization: string };
  readonly events: number;
  readonly order: (index: number) => {
    readonly path: string;
    readonly body: unknown;
  };
  /** Seeded faults. */
  readonly loseOne?: boolean;
  readonly delayMs?: number;
}

/** What was committed, what arrived, and how long each took. */
export interface MeasuredEvents {
  readonly published: number;
  readonly delivered: number;
  readonly latenciesMs: readonly number[];
  readonly outOfOrder: number;
}

/** Places orders on one replica until enough events are committed, and times their arrival at the other. */
export async function measureEvents(
  options: MeasureEventsOptions,
): Promise<MeasuredEvents> {
  const start = await readLastPosition(options.database);
  const arrived = new Map<string, number>();
  let outOfOrder = 0;
  let toLose = options.loseOne ? 1 : 0;
  let last = start;
  const ending = new AbortController();
  const stream = await openEventStream(
    `${options.viewer.url}/api/promises/v1/events?topics=promises,requests,destinations,logs&after=${start}`,
    {
      authorization: options.viewer.authorization,
      signal: ending.signal,
      onMessage({ id, event, at }) {
        // Messages with a name say how far the server has looked; they are no events of the log.
        if (id === undefined || event !== undefined) {
          return;
        }
        if (toLose > 0 && arrived.size === 10) {
          toLose -= 1;
          return;
        }
        outOfOrder += BigInt(id) > last ? 0 : 1;
        last = BigInt(id);
        arrived.set(id, at + (options.delayMs ?? 0));
      },
    },
  );

  let index = 0;
  const deadline = performance.now() + WRITE_TIMEOUT_MS;
  const write = async () => {
    while (
      (await readLastPosition(options.database)) - start <
      BigInt(options.events)
    ) {
      if (performance.now() > deadline) {
        throw new Error(
          `fewer than ${options.events} events in ${WRITE_TIMEOUT_MS / 1000} s`,
        );
      }
      const { path, body } = options.order(index++);
      await options.writer.expect([201], 'PUT', path, { body });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_ORDERS }, write));

  // What was ordered is still being fulfilled: wait until the log is quiet, so that all of it is compared.
  for (
    let before = -1n;
    before !== (await readLastPosition(options.database));

  ) {
    before = await readLastPosition(options.database);
    await sleep(2_000);
  }
  const committed = await readCommitTimes(options.database, start);
  await waitUntil(
    'all events to arrive',
    async () =>
      [...committed.keys()].every(position => arrived.has(position)) ||
      undefined,
    { timeoutMs: ARRIVAL_TIMEOUT_MS, everyMs: 50 },
  ).catch(() => undefined);
  ending.abort();
  await stream.closed;

  const delivered = [...committed].filter(([position]) =>
    arrived.has(position),
  );
  return {
    published: committed.size,
    delivered: delivered.length,
    latenciesMs: delivered.map(
      ([position, at]) => (arrived.get(position) ?? 0) - at,
    ),
    outOfOrder,
  };
}
