import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../portal/waitUntil.ts';
import { round } from '../report/statistics.ts';

/** How long after a change others are looked at, that should not have changed. */
const SETTLE_MS = 5_000;

/** Templates of Promises in the catalog. */
export interface MeasuredTemplates {
  readonly count: number;
  /** From the call until all are there. */
  readonly seconds: number;
  /** How many are another after one Promise changed. */
  readonly touched: number;
}

/** Waits for the Templates of all Promises, changes one of these, and counts which Templates are another then. */
export async function measureTemplates(options: {
  readonly url: string;
  readonly authorization: string;
  readonly count: number;
  readonly timeoutMs: number;
  readonly change: () => Promise<void>;
}): Promise<MeasuredTemplates> {
  const { url, authorization, count, timeoutMs } = options;
  const filter =
    'filter=kind=template,metadata.annotations.promissory.io/promise&fields=metadata';
  const readOnce = async () => {
    const response = await fetch(`${url}/api/catalog/entities?${filter}`, {
      headers: { authorization },
    });
    const entities = (await response.json()) as ReadonlyArray<{
      metadata: { name: string; etag: string };
    }>;
    return new Map(
      entities.map(({ metadata }) => [metadata.name, metadata.etag]),
    );
  };
  // A busy backend may close a connection that is about to be used again.
  const read = () => readOnce().catch(readOnce);
  const started = performance.now();
  const before = await waitUntil(
    `Templates of ${count} Promises`,
    async () => {
      const found = await read();
      return found.size === count ? found : undefined;
    },
    { timeoutMs, everyMs: 500 },
  );
  const seconds = round((performance.now() - started) / 1_000);
  const changed = (after: ReadonlyMap<string, string>) =>
    [...after].filter(([name, etag]) => before.get(name) !== etag).length;
  await options.change();
  await waitUntil(
    'the Template of the Promise that changed',
    async () => (changed(await read()) > 0 ? true : undefined),
    { timeoutMs, everyMs: 500 },
  );
  await sleep(SETTLE_MS);
  return { count: before.size, seconds, touched: changed(await read()) };
}
