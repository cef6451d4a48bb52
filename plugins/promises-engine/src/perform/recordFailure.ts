import type { PolicyViolation } from '@promissory/plugin-promises-common';
import { updateRun } from '../database/operations/runs/updateRun';
import { closeSteps } from '../database/operations/steps/closeSteps';
import type { RequestRow } from '../database/rows/rows';
import type { RunFacts } from '../plan/snapshot';
import { cleanText } from '../text/cleanText';
import { runFinishedEvent } from './runEvent';
import { runViolations } from './runViolations';
import type { PerformTools, Subject } from './types';

/** A pipeline failed, and its run with it. What earlier pipelines wrote stays as it is. */
export async function recordFailure(
  subject: Subject,
  tools: PerformTools,
  run: RunFacts,
  cause: {
    readonly reason: string;
    readonly message?: string;
    readonly violations?: readonly PolicyViolation[];
  },
): Promise<void> {
  const message = cause.message && cleanText(cause.message);
  await subject.record(async transaction => {
    const at = tools.now().toISOString();
    await updateRun(transaction, run.id, {
      state: 'Failed',
      reason: cause.reason,
      message: message ?? null,
      violations: runViolations(run, cause.violations),
      finished_at: at,
    });
    await closeSteps(transaction, {
      runId: run.id,
      reason: 'PipelineFailed',
      at,
    });
    if (subject.requestUid && run.workflow === 'configure') {
      await transaction<RequestRow>('requests')
        .where({ uid: subject.requestUid })
        .update({ observed_generation: run.generation });
    }
    return {
      events: [
        runFinishedEvent(transaction, subject, tools, run, {
          state: 'Failed',
          reason: cause.reason,
          message,
        }),
      ],
    };
  });
}
