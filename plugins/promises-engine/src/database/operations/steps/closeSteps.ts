import type { Knex } from 'knex';
import type { StepRow } from '../../rows/rows';

/** Ends the steps of a pipeline that no one will run any more: those before their start are skipped. */
export async function closeSteps(
  transaction: Knex.Transaction,
  options: {
    readonly runId: string;
    readonly reason: string;
    readonly at: string;
  },
): Promise<void> {
  const { runId, reason, at } = options;
  await transaction<StepRow>('steps')
    .where({ run_id: runId, state: 'Pending' })
    .update({ state: 'Skipped', reason });
  await transaction<StepRow>('steps')
    .where({ run_id: runId, state: 'Running' })
    .update({ state: 'Failed', reason, finished_at: at });
}
