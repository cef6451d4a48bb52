import type { Knex } from 'knex';
import type { WorkFacts } from '../../../scheduling/types';
import { isPostgres } from '../../isPostgres';
import type { WorkloadRow, WorkWorkloadRow } from '../../rows/rows';

/**
 * Drops references of Works to workloads that they no longer hold, and the bytes that nothing refers to then. Only for
 * Works whose files are all written or removed: until then delivery may still read the former ones.
 *
 * The rows are locked before they are looked at again, so that bytes which another transaction stores stay.
 */
export async function releaseWorkloads(
  transaction: Knex.Transaction,
  works: ReadonlyArray<Pick<WorkFacts, 'id' | 'groups'>>,
): Promise<void> {
  const released: string[] = [];
  for (const { id, groups } of works) {
    const held = groups.flatMap(group => group.workloads.map(w => w.sha256));
    const rows = await transaction<WorkWorkloadRow>('work_workloads')
      .where({ work_id: id })
      .whereNotIn('sha256', held)
      .select('sha256');
    if (rows.length === 0) continue;
    released.push(...rows.map(({ sha256 }) => sha256));
    await transaction<WorkWorkloadRow>('work_workloads')
      .where({ work_id: id })
      .whereNotIn('sha256', held)
      .delete();
  }
  if (released.length === 0) return;
  if (isPostgres(transaction)) {
    await transaction<WorkloadRow>('workloads')
      .whereIn('sha256', released)
      .orderBy('sha256')
      .select('sha256')
      .forUpdate();
  }
  await transaction<WorkloadRow>('workloads')
    .whereIn('sha256', released)
    .whereNotExists(
      transaction('work_workloads').whereRaw(
        'work_workloads.sha256 = workloads.sha256',
      ),
    )
    .delete();
}
