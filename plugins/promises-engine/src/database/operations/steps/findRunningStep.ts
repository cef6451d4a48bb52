import type { Knex } from 'knex';
import type { RunningStep } from '../../../plan/snapshot';
import type { StepRow } from '../../rows/rows';

/** The step of a run that runs now. */
export async function findRunningStep(
  knex: Knex,
  runId: string,
): Promise<RunningStep | undefined> {
  const row = await knex<StepRow>('steps')
    .select('pipeline_index', 'container')
    .where({ run_id: runId, state: 'Running' })
    .first();
  return row && { pipelineIndex: row.pipeline_index, container: row.container };
}
