import type { Knex } from 'knex';
import type { PlacementRow, WorkRow } from '../../rows/rows';
import { releaseWorkloads } from './releaseWorkloads';

/** Drops the bytes of Works that are gone and whose files are gone too. */
export async function releaseGoneWorks(
  transaction: Knex.Transaction,
  workIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(workIds)];
  if (ids.length === 0) return;
  const works = await transaction<WorkRow>('works')
    .whereIn('id', ids)
    .select('id');
  const placements = await transaction<PlacementRow>('placements')
    .whereIn('work_id', ids)
    .select('work_id');
  const held = new Set([
    ...works.map(({ id }) => id),
    ...placements.map(({ work_id }) => work_id),
  ]);
  await releaseWorkloads(
    transaction,
    ids.filter(id => !held.has(id)).map(id => ({ id, groups: [] })),
  );
}
