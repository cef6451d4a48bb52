import { setTimeout as sleep } from 'node:timers/promises';
import { openEventStream } from './openEventStream.ts';
import type { StatementCounter } from './StatementCounter.ts';

const SETTLE_MS = 5_000;

/** Statements per second on a database while `viewers` streams are open and nothing happens. */
export async function measureIdle(options: {
  readonly counter: StatementCounter;
  readonly database: string;
  readonly url: string;
  readonly authorization: string;
  readonly viewers: number;
  readonly seconds: number;
}): Promise<{ readonly queriesPerSecond: number; readonly viewers: number }> {
  const ending = new AbortController();
  const streams = await Promise.all(
    Array.from({ length: options.viewers }, () =>
      openEventStream(options.url, {
        authorization: options.authorization,
        signal: ending.signal,
        onMessage() {},
      }),
    ),
  );
  const lost = new Set<number>();
  streams.forEach(({ closed }, index) => {
    closed.catch(() => lost.add(index));
  });
  await sleep(SETTLE_MS);
  const before = await options.counter.count(options.database);
  const started = performance.now();
  await sleep(options.seconds * 1_000);
  const calls = (await options.counter.count(options.database)) - before;
  const seconds = (performance.now() - started) / 1_000;
  ending.abort();
  return {
    queriesPerSecond: calls / seconds,
    viewers: streams.length - lost.size,
  };
}
