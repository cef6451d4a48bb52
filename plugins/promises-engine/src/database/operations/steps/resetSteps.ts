import type { Pipeline } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { StepLogRow, StepRow } from '../../rows/rows';

/** A pipeline that is about to run, for the first time or again. */
export interface ResetStepsOptions {
  readonly runId: string;
  readonly pipelineIndex: number;
  readonly pipeline: Pipeline;
  readonly runner: string;
  /** Of the steps, in the order of the containers. */
  readonly ids: readonly string[];
}

/** Writes the steps of a pipeline as not yet run, without what an earlier attempt left. */
export async function resetSteps(
  transaction: Knex.Transaction,
  options: ResetStepsOptions,
): Promise<void> {
  const { runId, pipelineIndex, pipeline, runner, ids } = options;
  const earlier = transaction<StepRow>('steps')
    .select('id')
    .where({ run_id: runId, pipeline_index: pipelineIndex });
  await transaction<StepLogRow>('step_logs')
    .whereIn('step_id', earlier)
    .delete();
  await transaction<StepRow>('steps')
    .where({ run_id: runId, pipeline_index: pipelineIndex })
    .delete();
  const rows = pipeline.spec.containers.map(
    (container, index): StepRow => ({
      id: ids[index],
      run_id: runId,
      pipeline: pipeline.metadata.name,
      pipeline_index: pipelineIndex,
      container: container.name,
      container_index: index,
      image: container.image,
      runner,
      state: 'Pending',
      reason: null,
      message: null,
      exit_code: null,
      log_lines: 0,
      started_at: null,
      finished_at: null,
    }),
  );
  if (rows.length > 0) await transaction<StepRow>('steps').insert(rows);
}
