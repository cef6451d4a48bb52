import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRetryable } from './isRetryable';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

/**
 * Runs the function in a transaction, and again when the database chose it as the victim of a deadlock: the function
 * must have no effect but its statements. Inside a transaction it joins that one, which then does the repeating.
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
    try {
      return await knex.transaction(run);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) {
        throw error;
      }
      const pause = FIRST_PAUSE_MS * 2 ** attempt;
      await sleep(pause / 2 + (Math.random() * pause) / 2);
    }
  }
}
