import type { Knex } from 'knex';
import { readPresentChildren } from '../database/operations/children/readPresentChildren';
import { updateRun } from '../database/operations/runs/updateRun';
import { mergeRequestStatus } from '../database/operations/requests/mergeRequestStatus';
import { wakeWaitingRun } from '../database/operations/runs/wakeWaitingRun';
import type { RequestSnapshot } from '../plan/snapshot';
import type { PipelineResult } from '../workflow/types';
import { cleanText } from '../text/cleanText';
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
    // A child that changed while the pipeline looked found no run to wake; from here on it finds this one.
    if (requestUid && (await didChildrenChange(transaction, subject))) {
      await wakeWaitingRun(transaction, {
        requestUid,
        at: now().toISOString(),
      });
    }
    if (requestUid) {
      await mergeRequestStatus(transaction, { uid: requestUid, status });
    }
    return {};
  });
}

/** Whether a child is in another state than when the pipeline began. */
async function didChildrenChange(
  transaction: Knex.Transaction,
  { snapshot, requestUid }: Subject,
): Promise<boolean> {
  const before = (snapshot as Partial<RequestSnapshot>).children?.present ?? [];
  const statesOf = (children: typeof before) =>
    children.map(({ uid, state }) => `${uid} ${state.name}`).join();
  const after = await readPresentChildren(transaction, requestUid ?? '');
  return statesOf(before) !== statesOf(after);
}
