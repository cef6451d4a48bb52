import type { Knex } from 'knex';
import type { StartRunAction } from '../../../plan/actions';
import type { RunRow } from '../../rows/rows';

/** A run to begin. */
export interface InsertRunOptions {
  readonly id: string;
  readonly promiseId: string;
  readonly requestUid?: string;
  readonly action: StartRunAction;
  readonly at: string;
}

/** Writes a run that starts with its first pipeline. */
export async function insertRun(
  transaction: Knex.Transaction,
  options: InsertRunOptions,
): Promise<void> {
  const { id, promiseId, requestUid, action, at } = options;
  await transaction<RunRow>('runs').insert({
    id,
    promise_id: promiseId,
    request_uid: requestUid ?? null,
    generation: action.generation,
    promise_revision_id: action.revisionId,
    type: requestUid ? 'resource' : 'promise',
    workflow: action.workflow,
    trigger: action.trigger,
    actor: action.actor ?? null,
    state: 'Running',
    pipeline_index: 0,
    pipeline_count: action.pipelineCount,
    attempt: 0,
    hash: action.hash,
    reason: null,
    message: null,
    violations: null,
    next_try_at: null,
    created_at: at,
    started_at: at,
    finished_at: null,
  });
}
