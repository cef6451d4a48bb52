import { updateRun } from '../database/operations/runs/updateRun';
import { releaseGoneWorks } from '../database/operations/works/releaseGoneWorks';
import { removeWorks } from '../database/operations/works/removeWorks';
import type { RequestRow } from '../database/rows/rows';
import type { Action } from '../plan/actions';
import { findRun } from './findRun';
import { runFinishedEvent } from './runEvent';
import type { PerformTools, Subject } from './types';

/** All pipelines of a run succeeded. */
export async function finishRun(
  subject: Subject,
  action: Extract<Action, { kind: 'finishRun' }>,
  { now }: PerformTools,
): Promise<void> {
  const { runId, removeWorkIds } = action;
  const run = findRun(subject, runId);
  await subject.record(async transaction => {
    await updateRun(transaction, runId, {
      state: 'Succeeded',
      reason: null,
      // What the workflow of a Promise said stays; a request has it in its status.
      ...(subject.requestUid ? { message: null } : {}),
      finished_at: now().toISOString(),
    });
    await removeWorks(transaction, removeWorkIds);
    await releaseGoneWorks(transaction, removeWorkIds);
    if (subject.requestUid && run.workflow === 'configure') {
      await transaction<RequestRow>('requests')
        .where({ uid: subject.requestUid })
        .update({ observed_generation: run.generation });
    }
    return {
      events: [runFinishedEvent(subject, run, { state: 'Succeeded' })],
    };
  });
}
