import type { FactAnswers } from '@promissory/plugin-promises-node';
import { decodeTime } from 'ulid';
import type { StepRow } from '../database/rows/rows';
import type { FactScope } from './FactScope';

/** How often the pipeline of a run was suspended with retryAfter, and when it was its turn: the one before it had ended. */
export async function readAttemptsFact({
  knex,
  run,
}: FactScope): Promise<FactAnswers['attempts']> {
  const before = await knex<StepRow>('steps')
    .where({ run_id: run.id })
    .where('pipeline_index', '<', run.pipelineIndex)
    .max({ finished: 'finished_at' })
    .first();
  return {
    count: run.attempt,
    since:
      before?.finished ??
      run.startedAt ??
      new Date(decodeTime(run.id)).toISOString(),
  };
}
