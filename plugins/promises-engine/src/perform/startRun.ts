import { insertRun } from '../database/operations/runs/insertRun';
import { trimRuns } from '../database/operations/runs/trimRuns';
import { parseJson } from '../database/json/parseJson';
import type { RequestRow } from '../database/rows/rows';
import type { StartRunAction } from '../plan/actions';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { nextRunId } from './nextRunId';
import type { Change, PerformTools, Subject } from './types';

/** Begins a run. What was wanted is taken up by it, and the message of an earlier run no longer holds. */
export async function startRun(
  subject: Subject,
  action: StartRunAction,
  { now, runsKept }: PerformTools,
): Promise<void> {
  const { promiseId, requestUid, snapshot } = subject;
  const id = nextRunId([snapshot.configureRun, snapshot.deleteRun]);
  const change: Change = async transaction => {
    const at = now().toISOString();
    if (action.trigger !== 'order') {
      await trimRuns(transaction, { owner: subject.owner, keep: runsKept });
    }
    await insertRun(transaction, { id, promiseId, requestUid, action, at });
    if (requestUid) {
      const row = await transaction<RequestRow>('requests')
        .where({ uid: requestUid })
        .first('status');
      const { message, ...status } = parseJson<JsonObject>(row?.status ?? '{}');
      await transaction<RequestRow>('requests')
        .where({ uid: requestUid })
        .update({
          wanted_trigger: null,
          wanted_by: null,
          status: JSON.stringify(status),
        });
    }
    return {
      events: [
        {
          ...subject.scope,
          type: 'RunStarted',
          actor: action.actor,
          runId: id,
          payload: {
            workflow: action.workflow,
            trigger: action.trigger,
            generation: action.generation,
            pipelineCount: action.pipelineCount,
          },
        },
      ],
    };
  };
  await subject.record(change, {
    touches: ['request', 'runs'],
    asPlanned: true,
    reaches: { point: 'runStored', workflow: action.workflow },
  });
}
