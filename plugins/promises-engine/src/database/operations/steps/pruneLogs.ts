import type { Knex } from 'knex';
import { runInTransaction } from '../../transactions';
import type { StepLogRow, StepRow } from '../../rows/rows';

/** Steps whose lines are removed in one go at most. */
const LIMIT = 200;

/** Removes the lines of steps that ended before a time; the steps stay. Answers of how many steps. */
export async function pruneLogs(
  knex: Knex,
  options: { readonly before: Date },
): Promise<number> {
  return runInTransaction(knex, async transaction => {
    const ids: string[] = await transaction<StepRow>('steps')
      .where('finished_at', '<', options.before.toISOString())
      .where('log_lines', '>', 0)
      .limit(LIMIT)
      .pluck('id');
    if (ids.length === 0) return 0;
    await transaction<StepLogRow>('step_logs').whereIn('step_id', ids).delete();
    return transaction<StepRow>('steps')
      .whereIn('id', ids)
      .update({ log_lines: 0 });
  });
}
