import { updateRun } from '../database/operations/runs/updateRun';
import type { RequestRow } from '../database/rows/rows';
import type { Change, Subject } from './types';

/** Lets a suspended run go on with the pipeline that suspended it; the count of attempts stays. */
export async function resumeRun(
  subject: Subject,
  action: { readonly runId: string },
): Promise<void> {
  const { requestUid } = subject;
  const change: Change = async transaction => {
    await updateRun(transaction, action.runId, {
      state: 'Running',
      reason: null,
      message: null,
      next_try_at: null,
    });
    if (requestUid) {
      await transaction<RequestRow>('requests')
        .where({ uid: requestUid, wanted_trigger: 'resume' })
        .update({ wanted_trigger: null, wanted_by: null });
    }
    return {};
  };
  await subject.record(change, { asPlanned: true });
}
