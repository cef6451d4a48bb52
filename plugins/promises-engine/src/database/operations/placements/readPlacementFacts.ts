import type { Knex } from 'knex';
import type { PlacementFacts } from '../../../scheduling/types';
import { parseJson } from '../../json/parseJson';
import type { PlacementRow } from '../../rows/rows';
import type { RunOwner } from '../runs/findNewestRuns';

/** Placements of a request, or of a Promise's own Works. */
export async function readPlacementFacts(
  knex: Knex,
  owner: RunOwner,
): Promise<PlacementFacts[]> {
  const query = knex<PlacementRow>('placements');
  const rows = await ('requestUid' in owner
    ? query.where({ request_uid: owner.requestUid })
    : query.where({ promise_id: owner.promiseId }).whereNull('request_uid')
  ).orderBy('id');
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    workId: row.work_id,
    groupId: row.group_id,
    destination: row.destination,
    stateStoreKind: row.state_store_kind,
    stateStoreName: row.state_store_name,
    path: row.path,
    desired: parseJson(row.desired),
    desiredHash: row.desired_hash,
    writtenHash: row.written_hash ?? undefined,
    misplaced: Boolean(row.misplaced),
    removing: Boolean(row.removing),
    generation: row.generation,
    state: row.state,
    reason: row.reason ?? undefined,
    message: row.message ?? undefined,
    nextTryAt: row.next_try_at ?? undefined,
  }));
}
