import type { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';
import type { RunRow } from '../../rows/rows';

/** Reason of a run that is suspended until requests are delivered. */
export const WAITING_FOR_REQUESTS = 'WaitingForRequests';

/**
 * Lets a request that waits for others look again at once, because one of them changed. That look is no attempt: it
 * comes on top of those at the times that the pipeline asked for.
 */
export async function wakeWaitingRun(
  transaction: Knex.Transaction,
  options: {
    readonly requestUid: string;
    /** ISO 8601 */
    readonly at: string;
  },
): Promise<void> {
  const { requestUid, at } = options;
  if (isPostgres(transaction)) {
    // Waits for a transaction that is about to suspend the run: a condition alone would pass it by.
    await transaction<RunRow>('runs')
      .where({ request_uid: requestUid })
      .whereIn('state', ['Running', 'Suspended'])
      .orderBy('id')
      .select('id')
      .forUpdate();
  }
  await transaction<RunRow>('runs')
    .where({
      request_uid: requestUid,
      state: 'Suspended',
      reason: WAITING_FOR_REQUESTS,
    })
    .where('next_try_at', '>', at)
    .where('attempt', '>', 0)
    .update({
      next_try_at: at,
      attempt: transaction.raw('attempt - 1'),
    });
}
