import type { Run, Step } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { RunRow, StepRow } from '../../database/rows/rows';
import { withoutAbsent } from '../withoutAbsent';

/** Runs of a request with their steps, newest first; 50 unless given otherwise. */
export async function listRuns(
  knex: Knex,
  options: { readonly requestUid: string; readonly limit?: number },
): Promise<Run[]> {
  const runs = await knex<RunRow>('runs')
    .where({ request_uid: options.requestUid })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(options.limit ?? 50);
  const steps = await knex<StepRow>('steps')
    .whereIn(
      'run_id',
      runs.map(({ id }) => id),
    )
    .orderBy(['run_id', 'pipeline_index', 'container_index']);
  return runs.map(run =>
    toRun(
      run,
      steps.filter(step => step.run_id === run.id),
    ),
  );
}

function toRun(row: RunRow, steps: readonly StepRow[]): Run {
  return withoutAbsent({
    id: row.id,
    generation: row.generation,
    workflow: row.workflow as Run['workflow'],
    trigger: row.trigger as Run['trigger'],
    state: row.state as Run['state'],
    reason: row.reason ?? undefined,
    message: row.message ?? undefined,
    actor: row.actor ?? undefined,
    steps: steps.map(toStep),
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
  });
}

function toStep(row: StepRow): Step {
  return withoutAbsent({
    id: row.id,
    pipeline: row.pipeline,
    pipelineIndex: row.pipeline_index,
    container: row.container,
    containerIndex: row.container_index,
    image: row.image,
    runner: row.runner,
    state: row.state as Step['state'],
    reason: row.reason ?? undefined,
    message: row.message ?? undefined,
    exitCode: row.exit_code ?? undefined,
    logLines: row.log_lines,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
  });
}
