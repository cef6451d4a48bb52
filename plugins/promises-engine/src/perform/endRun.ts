import { updateRun } from '../database/operations/runs/updateRun';
import { closeSteps } from '../database/operations/steps/closeSteps';
import type { Action } from '../plan/actions';
import { findRun } from './findRun';
import { runFinishedEvent } from './runEvent';
import type { PerformTools, Subject } from './types';

/** Ends a run whose outcome nobody wants any more. */
export async function endRun(
  subject: Subject,
  action: Extract<Action, { kind: 'endRun' }>,
  tools: PerformTools,
): Promise<void> {
  const { runId, state, message } = action;
  const run = findRun(subject, runId);
  await subject.record(async transaction => {
    const at = tools.now().toISOString();
    await updateRun(transaction, runId, {
      state,
      reason: state,
      message,
      next_try_at: null,
      finished_at: at,
    });
    await closeSteps(transaction, { runId, reason: state, at });
    return {
      events: [
        runFinishedEvent(transaction, subject, tools, run, {
          state,
          reason: state,
          message,
        }),
      ],
    };
  });
}
