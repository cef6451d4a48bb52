import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionLost } from './isConnectionLost';
import { isRetryable } from './isRetryable';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;
/** A database that is restarted is away for some seconds. */
const FIRST_RECONNECT_MS = 100;

/**
 * Runs the function in a transaction, and again when the database chose it as the victim of a deadlock or the connection
 * broke before the commit: the function must have no effect but its statements. A connection that breaks while the
 * transaction is committed leaves open whether it was, so that is told and not repeated. Inside a transaction it joins
 * that one, which then does the repeating.
 *
 * To stay free of deadlocks, statements come in one order: rows, then {@link enqueueWork}, then {@link appendEvent}.
 */
export async function runInTransaction<T>(
  knex: Knex,
  run: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  if (knex.isTransaction) {
    return run(knex as Knex.Transaction);
  }
  for (let attempt = 1; ; attempt += 1) {
    let committing = false;
    try {
      return await knex.transaction(async transaction => {
        const result = await run(transaction);
        committing = true;
        return result;
      });
    } catch (error) {
      const lost = isConnectionLost(error);
      if (attempt >= ATTEMPTS || !isRetryable(error) || (lost && committing)) {
        throw error;
      }
      const first = lost ? FIRST_RECONNECT_MS : FIRST_PAUSE_MS;
      const pause = first * 2 ** attempt;
      await sleep(pause / 2 + (Math.random() * pause) / 2);
    }
  }
}
