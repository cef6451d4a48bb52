import { mergeRequestStatus } from '../database/operations/requests/mergeRequestStatus';
import { updateRun } from '../database/operations/runs/updateRun';
import { storeWorkloads } from '../database/operations/works/storeWorkloads';
import { upsertWork } from '../database/operations/works/upsertWork';
import type { RunFacts } from '../plan/snapshot';
import { reachPoint } from '../points/reachPoint';
import { buildWorkloadGroups } from '../workflow/buildWorkloadGroups';
import type { PipelineResult } from '../workflow/types';
import { cleanText } from '../text/cleanText';
import type { EndedPipeline } from './recordOutcome';
import { runViolations } from './runViolations';
import type { Change, PerformTools, Subject } from './types';

/** Stores a pipeline's Work and status and moves the run on. The output of a delete pipeline is ignored, as in Kratix. */
export async function recordSuccess(
  subject: Subject,
  { now }: PerformTools,
  ended: EndedPipeline,
  result: PipelineResult,
): Promise<void> {
  const { run, pipeline, definition, outcome } = ended;
  const { owner, promiseId, requestUid } = subject;
  const change: Change = async transaction => {
    const at = now().toISOString();
    if (run.workflow === 'configure') {
      const workloads = await storeWorkloads(transaction, outcome.output, at);
      await upsertWork(transaction, {
        owner,
        promiseId,
        runId: run.id,
        name: subject.workName(pipeline.metadata.name),
        type: run.type,
        pipeline: pipeline.metadata.name,
        generation: run.generation,
        groups: buildWorkloadGroups({
          type: run.type,
          workloads,
          selectors: result.selectors,
          promiseSelectors: definition.spec.destinationSelectors ?? [],
        }),
        at,
      });
    }
    await updateRun(transaction, run.id, {
      state: 'Running',
      pipeline_index: run.pipelineIndex + 1,
      attempt: 0,
      reason: null,
      violations: runViolations(run, outcome.violations),
      message: requestUid ? null : promiseMessage(run, result),
      next_try_at: null,
    });
    if (requestUid) {
      await mergeRequestStatus(transaction, {
        uid: requestUid,
        status: result.status,
      });
    }
    reachPoint({ point: 'outputsStored', workflow: run.workflow });
    return {};
  };
  await subject.record(change, {
    touches: ['request', 'runs', 'works'],
    reaches: { point: 'workWritten', workflow: run.workflow },
    goesOn: true,
  });
}

/** Of a Promise's status a workflow may write the message only; it stays with the run, and the last one holds. */
function promiseMessage(
  run: RunFacts,
  { status: { message } }: PipelineResult,
): string | null {
  return typeof message === 'string' && message !== ''
    ? cleanText(message)
    : run.message ?? null;
}
