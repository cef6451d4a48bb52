import type { Knex } from 'knex';
import { WITHOUT_FAILURES } from '../../../queue/withoutFailures';
import { raiseSignal } from '../../signals';
import { databaseClock } from '../../time/databaseClock';
import type { WorkQueueRow } from '../../rows/rows';

/** Another definition of their Promise may mend them: its requests that are set aside are worked on again. */
export async function restoreRequests(
  transaction: Knex.Transaction,
  options: { readonly promiseId: string },
): Promise<void> {
  const restored = await transaction<WorkQueueRow>('work_queue')
    .where({ kind: 'request' })
    .whereNotNull('set_aside_at')
    .whereIn(
      'key',
      transaction('requests')
        .where({ promise_id: options.promiseId })
        .select('uid'),
    )
    .update({
      ...WITHOUT_FAILURES,
      run_at: databaseClock(transaction).at() as unknown as string,
    });
  if (restored > 0) {
    await raiseSignal(transaction, { topic: 'work', detail: 'request' });
  }
}
