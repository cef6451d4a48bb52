import { updateRun } from '../database/operations/runs/updateRun';
import { mergeRequestStatus } from '../database/operations/requests/mergeRequestStatus';
import type { PipelineResult } from '../workflow/types';
import { cleanText } from './cleanText';
import type { EndedPipeline } from './recordOutcome';
import { runViolations } from './runViolations';
import type { PerformTools, Subject } from './types';

/** A pipeline asked to wait: its status is kept, its output is not. */
export async function recordSuspension(
  subject: Subject,
  { now }: PerformTools,
  { run, outcome }: EndedPipeline,
  { control, status }: PipelineResult,
): Promise<void> {
  const { requestUid } = subject;
  await subject.record(async transaction => {
    await updateRun(transaction, run.id, {
      state: 'Suspended',
      reason:
        control.reason ??
        (control.retryAfterMs === undefined
          ? 'WorkflowSuspended'
          : 'RetryAfter'),
      message: control.message ? cleanText(control.message) : null,
      violations: runViolations(run, outcome.violations),
      attempt: control.retryAfterMs === undefined ? 0 : run.attempt + 1,
      next_try_at:
        control.retryAfterMs === undefined
          ? null
          : new Date(now().getTime() + control.retryAfterMs).toISOString(),
    });
    if (requestUid) {
      await mergeRequestStatus(transaction, { uid: requestUid, status });
    }
    return {};
  });
}
