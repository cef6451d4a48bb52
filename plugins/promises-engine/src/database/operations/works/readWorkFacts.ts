import type { Knex } from 'knex';
import type { WorkFacts } from '../../../scheduling/types';
import { parseJson } from '../../json/parseJson';
import type { WorkRow } from '../../rows/rows';
import type { RunOwner } from '../runs/findNewestRuns';

/** Works of a request, or a Promise's own. */
export async function readWorkFacts(
  knex: Knex,
  owner: RunOwner,
): Promise<WorkFacts[]> {
  const query = knex<WorkRow>('works');
  const rows = await ('requestUid' in owner
    ? query.where({ request_uid: owner.requestUid })
    : query.where({ promise_id: owner.promiseId }).whereNull('request_uid')
  ).orderBy('id');
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    type: row.type as WorkFacts['type'],
    pipeline: row.pipeline,
    generation: row.generation,
    groups: parseJson(row.groups),
  }));
}
