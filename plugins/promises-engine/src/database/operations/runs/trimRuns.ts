import type { Knex } from 'knex';
import { findNewestRuns, type RunOwner } from './findNewestRuns';
import { removeRuns } from './removeRuns';

/** What is removed in one go at most. */
const LIMIT = 200;

/**
 * Removes all but the newest runs of a request or a Promise, with their steps and logs. The newest of each workflow stays:
 * the state of its request follows from it.
 */
export async function trimRuns(
  transaction: Knex.Transaction,
  options: { readonly owner: RunOwner; readonly keep: number },
): Promise<void> {
  const { owner, keep } = options;
  const { configure, delete: deletion } = await findNewestRuns(
    transaction,
    owner,
  );
  const newest = [configure, deletion].flatMap(run => (run ? [run.id] : []));
  await removeRuns(transaction, runs => {
    const ofOwner =
      'requestUid' in owner
        ? runs.where({ request_uid: owner.requestUid })
        : runs.where({ promise_id: owner.promiseId }).whereNull('request_uid');
    return ofOwner
      .whereNotNull('finished_at')
      .whereNotIn('id', newest)
      .orderBy('id', 'desc')
      .offset(Math.max(0, keep - newest.length))
      .limit(LIMIT);
  });
}
