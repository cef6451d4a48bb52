import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import type { WorkQueueRow } from '../database/rows/rows';
import { databaseClock } from '../database/time/databaseClock';
import type { ClaimedWork, WorkKind } from './types';

/** What to claim, for whom and for how long. */
export interface ClaimWorkOptions {
  readonly kinds: readonly WorkKind[];
  readonly owner: string;
  readonly leaseMs: number;
  readonly limit: number;
  /** The database's clock unless given. */
  readonly now?: Date;
}

/** On SQLite a trigger of the table `work_queue` writes the counter down. */
const NEXT_EPOCH = {
  postgres: `nextval('work_epoch')`,
  sqlite: `(SELECT value + 1 FROM work_epoch)`,
};

/**
 * Claims what is claimed by one whose lease lapsed, and then what is due and free, earliest first. One statement: on Postgres
 * rows that another transaction holds are passed over, so no two claim the same. The epoch comes from a counter that only
 * rises, so it is new also where the row was gone in between and where the clock went back.
 */
export async function claimWork(
  knex: Knex,
  options: ClaimWorkOptions,
): Promise<ClaimedWork[]> {
  const { kinds, owner, leaseMs, limit, now } = options;
  if (kinds.length === 0 || limit < 1) {
    return [];
  }
  const postgres = isPostgres(knex);
  const clock = databaseClock(knex, now);
  const result = await knex.raw(
    `WITH due AS MATERIALIZED (
       SELECT kind, key FROM work_queue
       WHERE kind IN (${kinds.map(() => '?').join(', ')}) AND (
         (lease_owner IS NULL AND run_at <= ?) OR (lease_owner IS NOT NULL AND lease_until < ?)
       )
       ORDER BY lease_owner IS NULL, run_at LIMIT ? ${
         postgres ? 'FOR UPDATE SKIP LOCKED' : ''
       }
     )
     UPDATE work_queue SET
       lease_owner = ?,
       lease_until = ?,
       epoch = ${postgres ? NEXT_EPOCH.postgres : NEXT_EPOCH.sqlite},
       abandoned = CASE WHEN lease_owner IS NULL THEN abandoned ELSE abandoned + 1 END,
       again = false
     FROM due WHERE work_queue.kind = due.kind AND work_queue.key = due.key
     RETURNING work_queue.kind, work_queue.key, work_queue.epoch, work_queue.attempts,
       work_queue.abandoned, work_queue.failing_since, work_queue.lease_until`,
    [...kinds, clock.at(), clock.at(), limit, owner, clock.at(leaseMs)],
  );
  const rows: WorkQueueRow[] = postgres ? result.rows : result;
  return rows.map(row => ({
    kind: row.kind as WorkKind,
    key: row.key,
    epoch: Number(row.epoch),
    attempts: row.attempts,
    abandoned: row.abandoned,
    failingMs: failingMs(row, leaseMs),
  }));
}

/** By the clock of the database alone: that of this process may be hours ahead. */
function failingMs(row: WorkQueueRow, leaseMs: number): number {
  if (!row.failing_since || !row.lease_until) return 0;
  const claimedAt = Date.parse(row.lease_until) - leaseMs;
  return Math.max(0, claimedAt - Date.parse(row.failing_since));
}
