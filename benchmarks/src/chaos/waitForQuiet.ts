import { setTimeout as sleep } from 'node:timers/promises';
import type { SqlDatabase } from '../database/SqlDatabase.ts';
import { readRequests } from './database/readRequests.ts';
import { judgeRequests } from './judge/judgeRequests.ts';
import type { Order } from './oracle/Order.ts';

const EVERY_MS = 500;
/** Nothing has to happen for so long. */
const STILL_MS = 3_000;

/**
 * Waits until all that was accepted is there, no batch is under way, and no event is appended any more; or until the time
 * is over. Milliseconds that it took.
 */
export async function waitForQuiet(
  database: SqlDatabase,
  options: { readonly orders: readonly Order[]; readonly timeoutMs: number },
): Promise<number> {
  const started = performance.now();
  let last = '';
  let since = started;
  for (;;) {
    const requests = await readRequests(database);
    const [{ batches }] = await database.all(
      `SELECT count(*) AS batches FROM batches WHERE state = 'Prepared'`,
    );
    const [{ position }] = await database.all(
      'SELECT max(position) AS position FROM events',
    );
    const now = performance.now();
    const { lost } = judgeRequests(options.orders, requests);
    const isDone = lost.length === 0 && Number(batches) === 0;
    if (!isDone || String(position) !== last) since = now;
    last = String(position);
    if (now - since > STILL_MS || now - started > options.timeoutMs) {
      return now - started;
    }
    await sleep(EVERY_MS);
  }
}
