import { setPromiseState } from '../database/operations/promises/setPromiseState';
import type { RequestRow } from '../database/rows/rows';
import type { Action } from '../plan/actions';
import { enqueueWork } from '../queue';
import type { PerformTools, Subject } from './types';

/** Records whether a Promise is available, and wakes the requests that wait for it. */
export async function recordAvailability(
  subject: Subject,
  action: Extract<Action, { kind: 'recordAvailability' }>,
  { now }: PerformTools,
): Promise<void> {
  const { promiseId } = subject;
  const { state, reason, message } = action;
  await subject.record(async transaction => {
    const requests = await transaction<RequestRow>('requests')
      .where({ promise_id: promiseId, state: 'Pending' })
      .whereNull('deleted_at')
      .orderBy('uid')
      .select('uid');
    for (const { uid } of requests) {
      await enqueueWork(transaction, { kind: 'request', key: uid });
    }
    // Appends its event, so it comes last.
    await setPromiseState(transaction, {
      promiseId,
      state,
      reason,
      message,
      now: now(),
    });
    return {};
  });
}
