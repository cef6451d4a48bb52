import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../portal/waitUntil.ts';
import { round } from '../report/statistics.ts';

/** How long after a change others are looked at, that should not have changed. */
const SETTLE_MS = 5_000;

interface Portal {
  readonly url: string;
  readonly authorization: string;
  readonly timeoutMs: number;
}

/** Versions of Templates by their names. */
type Templates = ReadonlyMap<string, string>;

async function readTemplates(portal: Portal): Promise<Templates> {
  const { url, authorization } = portal;
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
  return readOnce().catch(readOnce);
}

/** Waits until there is a Template for each of so many Promises. */
export async function waitForTemplates(
  portal: Portal,
  count: number,
): Promise<{ readonly templates: Templates; readonly seconds: number }> {
  const started = performance.now();
  const templates = await waitUntil(
    `Templates of ${count} Promises`,
    async () => {
      const found = await readTemplates(portal);
      return found.size === count ? found : undefined;
    },
    { timeoutMs: portal.timeoutMs, everyMs: 500 },
  );
  const seconds = round((performance.now() - started) / 1_000);
  return { templates, seconds };
}

/** How many Templates are another after a change. */
export async function countTouched(
  portal: Portal,
  before: Templates,
  change: () => Promise<void>,
): Promise<number> {
  const count = async () =>
    [...(await readTemplates(portal))].filter(
      ([name, etag]) => before.get(name) !== etag,
    ).length;
  await change();
  await waitUntil(
    'the Template of the Promise that changed',
    async () => ((await count()) > 0 ? true : undefined),
    { timeoutMs: portal.timeoutMs, everyMs: 500 },
  );
  await sleep(SETTLE_MS);
  return count();
}
