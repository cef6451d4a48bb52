import type { Knex } from 'knex';
import type { RunOwner } from './findNewestRuns';
import { removeRuns } from './removeRuns';

/** What is removed in one go at most. */
const LIMIT = 200;

/** Removes all but the newest runs of a request or a Promise, with their steps and logs. */
export async function trimRuns(
  transaction: Knex.Transaction,
  options: { readonly owner: RunOwner; readonly keep: number },
): Promise<void> {
  const { owner, keep } = options;
  await removeRuns(transaction, runs => {
    const ofOwner =
      'requestUid' in owner
        ? runs.where({ request_uid: owner.requestUid })
        : runs.where({ promise_id: owner.promiseId }).whereNull('request_uid');
    return ofOwner
      .whereNotNull('finished_at')
      .orderBy('id', 'desc')
      .offset(keep)
      .limit(LIMIT);
  });
}
