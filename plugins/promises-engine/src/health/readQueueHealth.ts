import type { Knex } from 'knex';
import { databaseClock } from '../database/time/databaseClock';
import type { WorkQueueRow } from '../database/rows/rows';

/** Work that goes wrong again and again is listed up to here. */
const LISTED = 20;

/** Work that was looked at and went wrong, and is tried again. @public */
export interface FailingWork {
  /** request, promise, deliver or sweep */
  readonly kind: string;
  /** uid of a request, id of a Promise, or `<platform>/<kind>/<name>` of a state store */
  readonly key: string;
  /** failures in a row */
  readonly attempts: number;
  readonly lastError: string;
}

/** How the queue of work is. @public */
export interface QueueHealth {
  readonly entries: number;
  /** For how long the work that has waited longest could have been taken up, milliseconds; 0 where nothing waits. */
  readonly overdueMs: number;
  /** The most stubborn first, 20 at most. */
  readonly failing: readonly FailingWork[];
}

/** Looks at the queue of work, by the clock of the database. @public */
export async function readQueueHealth(knex: Knex): Promise<QueueHealth> {
  const [{ entries, earliest, now }]: Array<{
    entries: number | string;
    earliest: string | null;
    now: string;
  }> = await knex('work_queue')
    .count({ entries: '*' })
    .min({
      earliest: knex.raw(
        'CASE WHEN lease_owner IS NULL THEN run_at ELSE lease_until END',
      ),
    })
    .select({ now: databaseClock(knex).at() });
  const failing = await knex<WorkQueueRow>('work_queue')
    .whereNotNull('last_error')
    .where('attempts', '>', 0)
    .orderBy('attempts', 'desc')
    .limit(LISTED);
  return {
    entries: Number(entries),
    overdueMs: earliest
      ? Math.max(0, Date.parse(now) - Date.parse(earliest))
      : 0,
    failing: failing.map(row => ({
      kind: row.kind,
      key: row.key,
      attempts: row.attempts,
      lastError: row.last_error ?? '',
    })),
  };
}
