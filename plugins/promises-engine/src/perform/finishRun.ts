import { updateRun } from '../database/operations/runs/updateRun';
import { releaseGoneWorks } from '../database/operations/works/releaseGoneWorks';
import { removeWorks } from '../database/operations/works/removeWorks';
import type { RequestRow } from '../database/rows/rows';
import type { Action } from '../plan/actions';
import { findRun } from './findRun';
import { runFinishedEvent } from './runEvent';
import type { Change, PerformTools, RowsChange, Subject } from './types';

type FinishRun = Extract<Action, { kind: 'finishRun' }>;

/** All pipelines of a run succeeded. */
export async function finishRun(
  subject: Subject,
  action: FinishRun,
  tools: PerformTools,
): Promise<void> {
  const { change, ...options } = finishedRun(subject, action, tools);
  await subject.record(change, { ...options, goesOn: true });
}

/** The rows of a run that succeeded. */
export function finishedRun(
  subject: Subject,
  { runId, removeWorkIds }: FinishRun,
  tools: PerformTools,
): RowsChange {
  const run = findRun(subject, runId);
  const change: Change = async transaction => {
    await updateRun(transaction, runId, {
      state: 'Succeeded',
      reason: null,
      // What the workflow of a Promise said stays; a request has it in its status.
      ...(subject.requestUid ? { message: null } : {}),
      finished_at: tools.now().toISOString(),
    });
    await removeWorks(transaction, removeWorkIds);
    await releaseGoneWorks(transaction, removeWorkIds);
    if (subject.requestUid && run.workflow === 'configure') {
      await transaction<RequestRow>('requests')
        .where({ uid: subject.requestUid })
        .update({ observed_generation: run.generation });
    }
    return {
      events: [
        runFinishedEvent(transaction, subject, tools, run, {
          state: 'Succeeded',
        }),
      ],
    };
  };
  return removeWorkIds.length > 0
    ? { change }
    : { change, touches: ['request', 'runs'] };
}
