import type { Knex } from 'knex';
import { databaseClock } from '../database/time/databaseClock';
import type {
  PromiseRow,
  RequestRow,
  WorkQueueRow,
} from '../database/rows/rows';

/** Work that goes wrong again and again is listed up to here. */
const LISTED = 20;

/** Work that was looked at and went wrong, and is tried again. @public */
export interface FailingWork {
  /** request, promise, deliver or sweep */
  readonly kind: string;
  /** uid of a request, id of a Promise, or `<platform>/<kind>/<name>` of a state store */
  readonly key: string;
  /** for people: `postgresql team-a/orders-db` of a request, the name of a Promise; absent where there is none */
  readonly name?: string;
  /** failures in a row */
  readonly attempts: number;
  readonly lastError: string;
  /** time of the first of the failures, ISO 8601 */
  readonly since?: string;
}

/** How the queue of work is. @public */
export interface QueueHealth {
  readonly entries: number;
  /** For how long the work that has waited longest could have been taken up, milliseconds; 0 where nothing waits. */
  readonly overdueMs: number;
  /** Tried again by itself; the most stubborn first, 20 at most. */
  readonly failing: readonly FailingWork[];
  /**
   * Given up: a request until somebody retries it, a Promise or state store but for one try an hour. The most recent
   * first, 20 at most.
   */
  readonly setAside: readonly FailingWork[];
  readonly setAsideCount: number;
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
  const failing = await describe(
    knex,
    knex<WorkQueueRow>('work_queue')
      .whereNotNull('last_error')
      .whereNull('set_aside_at')
      .where('attempts', '>', 0)
      .orderBy('attempts', 'desc'),
  );
  const aside = knex<WorkQueueRow>('work_queue').whereNotNull('set_aside_at');
  const [{ count }]: Array<{ count: number | string }> = await aside
    .clone()
    .count({ count: '*' });
  return {
    entries: Number(entries),
    overdueMs: earliest
      ? Math.max(0, Date.parse(now) - Date.parse(earliest))
      : 0,
    failing,
    setAside: await describe(knex, aside.orderBy('set_aside_at', 'desc')),
    setAsideCount: Number(count),
  };
}

async function describe(
  knex: Knex,
  query: Knex.QueryBuilder<WorkQueueRow, WorkQueueRow[]>,
): Promise<FailingWork[]> {
  const rows: WorkQueueRow[] = await query.limit(LISTED);
  const names = await readNames(knex, rows);
  return rows.map(row => {
    const name = names.get(`${row.kind}/${row.key}`);
    return {
      kind: row.kind,
      key: row.key,
      ...(name ? { name } : {}),
      attempts: row.attempts,
      lastError: row.last_error ?? '',
      ...(row.failing_since ? { since: row.failing_since } : {}),
    };
  });
}

/** What requests and Promises are called, by kind and key of their work. */
async function readNames(
  knex: Knex,
  rows: readonly WorkQueueRow[],
): Promise<Map<string, string>> {
  const keys = (kind: string) =>
    rows.filter(row => row.kind === kind).map(({ key }) => key);
  const requests = await knex<RequestRow>('requests')
    .whereIn('uid', keys('request'))
    .select('uid', 'promise_name', 'namespace', 'name');
  const promises = await knex<PromiseRow>('promises')
    .whereIn('id', keys('promise'))
    .select('id', 'name');
  return new Map([
    ...requests.map(
      row =>
        [
          `request/${row.uid}`,
          `${row.promise_name} ${row.namespace}/${row.name}`,
        ] as const,
    ),
    ...promises.map(row => [`promise/${row.id}`, row.name] as const),
  ]);
}
