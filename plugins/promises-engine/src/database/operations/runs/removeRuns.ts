import type { Knex } from 'knex';
import type { RunRow, StepLogRow, StepRow } from '../../rows/rows';

/** Removes runs with their steps and logs. `select` is asked for their ids. */
export async function removeRuns(
  transaction: Knex.Transaction,
  select: (runs: Knex.QueryBuilder<RunRow>) => Knex.QueryBuilder,
): Promise<number> {
  const ids: string[] = await select(transaction<RunRow>('runs')).pluck('id');
  if (ids.length === 0) return 0;
  const steps = transaction<StepRow>('steps')
    .select('id')
    .whereIn('run_id', ids);
  await transaction<StepLogRow>('step_logs').whereIn('step_id', steps).delete();
  await transaction<StepRow>('steps').whereIn('run_id', ids).delete();
  return transaction<RunRow>('runs').whereIn('id', ids).delete();
}
