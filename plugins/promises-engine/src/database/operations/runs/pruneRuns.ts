import type { Knex } from 'knex';
import { ulid } from 'ulid';
import { runInTransaction } from '../../transactions';
import { removeRuns } from './removeRuns';

/** What is removed in one go at most. */
const LIMIT = 200;
/** The last characters of an id are random. */
const TIME_LENGTH = 10;

/**
 * Removes runs that began before a time, with their steps and logs, at most 200 at once; returns how many. The newest
 * run of each workflow stays however old it is: the state of its request follows from it.
 */
export async function pruneRuns(
  knex: Knex,
  options: { readonly before: Date },
): Promise<number> {
  const bound = ulid(options.before.getTime()).slice(0, TIME_LENGTH);
  return runInTransaction(knex, transaction =>
    removeRuns(transaction, runs =>
      runs
        .where('id', '<', bound)
        .whereNotNull('finished_at')
        .whereExists(
          transaction('runs as newer')
            .whereRaw('newer.promise_id = runs.promise_id')
            .whereRaw(
              "coalesce(newer.request_uid, '') = coalesce(runs.request_uid, '')",
            )
            .whereRaw('newer.workflow = runs.workflow')
            .whereRaw('newer.id > runs.id'),
        )
        .orderBy('id')
        .limit(LIMIT),
    ),
  );
}
