import type { Knex } from 'knex';
import {
  databaseClock,
  type DatabaseClock,
} from '../database/time/databaseClock';
import { leaseOf } from './leaseOf';
import type { ClaimedWork } from './types';

/** What enqueueing while work fails waits for at least, so that a failure that enqueues itself does not spin. */
const FAILED_PAUSE_MS = 1_000;

/** Columns of work that nobody holds. */
const RELEASED = {
  lease_owner: null,
  lease_until: null,
  again: false,
  abandoned: 0,
  set_aside_at: null,
} as const;

/** How a claim ends. */
export interface ReleaseWorkOptions {
  readonly work: ClaimedWork;
  readonly owner: string;
  /** When to look again, if at a known time. */
  readonly runAt?: Date;
  /** The time by the clock that tells `runAt`; the database's clock unless given. `runAt` keeps its distance from it. */
  readonly toldAt?: Date;
  /** Why looking failed; counted, and forgotten at the next success. */
  readonly error?: string;
  /** The failure says nothing of the work, as where the database was away: it is not counted. */
  readonly uncounted?: boolean;
  /** Nobody takes it up before `runAt`, whoever enqueues it, unless it is asked for anew. */
  readonly setAside?: boolean;
  /** The database's clock unless given. */
  readonly now?: Date;
}

/**
 * Ends a claim. The row goes unless it is to be looked at again: at `runAt`, or because it was enqueued in the meantime.
 * `lost` when another has taken it over, which changes nothing.
 */
export async function releaseWork(
  knex: Knex,
  options: ReleaseWorkOptions,
): Promise<'done' | 'again' | 'lost'> {
  const { runAt, error, now } = options;
  if (!runAt && error === undefined) {
    const deleted = await leaseOf(knex, options).where('again', false).delete();
    if (deleted > 0) {
      return 'done';
    }
  }
  const clock = databaseClock(knex, now);
  if (options.setAside && runAt && (await setAside(knex, clock, options))) {
    return 'again';
  }
  // Somebody asked for it since it was claimed: then it is an ordinary failure.
  const next = options.setAside ? undefined : runAt;
  const wanted = next ? dueTime(clock, next, options.toldAt) : clock.at();
  const soonest =
    error === undefined ? knex.ref('run_at') : clock.at(FAILED_PAUSE_MS);
  const updated = await leaseOf(knex, options).update({
    ...RELEASED,
    run_at: nextRunAt(knex, {
      wanted,
      soonest,
      onlyAgain: !next && error === undefined,
    }),
    ...(options.uncounted ? {} : failures(knex, clock, error)),
    last_error: error ?? null,
  });
  return updated > 0 ? 'again' : 'lost';
}

/** Whether it is set aside now: not where its failures were forgotten since it was claimed, as somebody asked for it. */
async function setAside(
  knex: Knex,
  clock: DatabaseClock,
  options: ReleaseWorkOptions,
): Promise<boolean> {
  const { work, runAt, error } = options;
  const updated = await leaseOf(knex, options)
    .where('attempts', '>=', work.attempts)
    .where('abandoned', '>=', work.abandoned)
    .update({
      ...RELEASED,
      run_at: dueTime(clock, runAt!, options.toldAt),
      ...failures(knex, clock, error),
      set_aside_at: clock.at(),
      last_error: error ?? null,
    });
  return updated > 0;
}

function failures(knex: Knex, clock: DatabaseClock, error?: string) {
  return {
    attempts: error === undefined ? 0 : knex.raw('attempts + 1'),
    failing_since:
      error === undefined
        ? null
        : knex.raw('COALESCE(failing_since, ?)', [clock.at()]),
  };
}

/** A clock that is behind would have things due that are not, again and again. */
function dueTime(
  clock: DatabaseClock,
  runAt: Date,
  toldAt: Date | undefined,
): string | Knex.Raw {
  return toldAt
    ? clock.at(Math.max(0, runAt.getTime() - toldAt.getTime()))
    : runAt.toISOString();
}

/** The earlier of what was wanted and of what was enqueued in the meantime, the latter not before `soonest`. */
function nextRunAt(
  knex: Knex,
  options: {
    readonly wanted: string | Knex.Raw;
    readonly soonest: Knex.Ref<string, Record<string, string>> | Knex.Raw;
    readonly onlyAgain: boolean;
  },
): Knex.Raw {
  const { wanted, soonest, onlyAgain } = options;
  if (onlyAgain) {
    return knex.raw('run_at');
  }
  const enqueued = knex.raw('CASE WHEN run_at < ? THEN ? ELSE run_at END', [
    soonest,
    soonest,
  ]);
  return knex.raw('CASE WHEN again AND ? < ? THEN ? ELSE ? END', [
    enqueued,
    wanted,
    enqueued,
    wanted,
  ]);
}
