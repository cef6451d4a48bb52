import type { Knex } from 'knex';
import { databaseClock } from '../database/time/databaseClock';
import type {
  EventRow,
  PlacementRow,
  RequestRow,
  StateStoreRow,
} from '../database/rows/rows';

/** How the work of one kind is. @public */
export interface QueueGauge {
  /** request, promise, deliver or sweep */
  readonly kind: string;
  /** Entries, also those that are to be looked at later and those that are worked on. */
  readonly depth: number;
  /** For how long the work that has waited longest could have been taken up; 0 where nothing waits. */
  readonly oldestSeconds: number;
  /** Given up until somebody asks, or for an hour. */
  readonly setAside: number;
}

/** How much there is of what, in the whole installation: the same on every replica. @public */
export interface EngineGauges {
  /** Requests that are not deleted, by their state. */
  readonly requests: Readonly<Record<string, number>>;
  readonly queue: readonly QueueGauge[];
  /** State stores by their state. */
  readonly stateStores: Readonly<Record<string, number>>;
  /** Placements that are not where or what they should be, by their state. */
  readonly openPlacements: Readonly<Record<string, number>>;
  /** For how long the oldest event after `position` has been there; 0 where there is none. */
  readonly eventLagSeconds: number;
}

/**
 * Counts by the clock of the database, with five cheap statements. Only states and kinds that occur are named.
 *
 * @public
 */
export async function readEngineGauges(
  knex: Knex,
  options: {
    readonly platform: string;
    /** Position of the event that this replica has told last. */
    readonly position: string;
  },
): Promise<EngineGauges> {
  const { platform, position } = options;
  const requests = await knex<RequestRow>('requests')
    .where({ platform })
    .whereNull('deleted_at')
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  const stateStores = await knex<StateStoreRow>('state_stores')
    .where({ platform })
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  const openPlacements = await knex<PlacementRow>('placements')
    .where({ platform })
    .whereIn('state', ['Pending', 'Failed', 'Removing'])
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  const next: { at: string; now: string } | undefined = await knex<EventRow>(
    'events',
  )
    .where('position', '>', position)
    .orderBy('position')
    .select('at', { now: databaseClock(knex).at() })
    .first();
  return {
    requests: toCounts(requests),
    queue: await readQueue(knex),
    stateStores: toCounts(stateStores),
    openPlacements: toCounts(openPlacements),
    eventLagSeconds: next ? secondsBetween(next.at, next.now) : 0,
  };
}

async function readQueue(knex: Knex): Promise<QueueGauge[]> {
  const rows: Array<{
    kind: string;
    depth: number | string;
    aside: number | string;
    earliest: string | null;
    now: string;
  }> = await knex('work_queue')
    .groupBy('kind')
    .select('kind', { now: databaseClock(knex).at() })
    .count({ depth: '*', aside: 'set_aside_at' })
    .min({
      earliest: knex.raw(
        `CASE WHEN set_aside_at IS NOT NULL THEN NULL
              WHEN lease_owner IS NULL THEN run_at ELSE lease_until END`,
      ),
    });
  return rows.map(({ kind, depth, aside, earliest, now }) => ({
    kind,
    depth: Number(depth),
    oldestSeconds: earliest ? secondsBetween(earliest, now) : 0,
    setAside: Number(aside),
  }));
}

function toCounts(
  rows: ReadonlyArray<{ state?: unknown; count?: unknown }>,
): Record<string, number> {
  return Object.fromEntries(
    rows.map(({ state, count }) => [String(state), Number(count)]),
  );
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000);
}
