import type { Knex } from 'knex';
import type { ChildFacts } from '../../../children/types';
import { parseJson } from '../../json/parseJson';
import type { RequestGenerationRow, RequestRow } from '../../rows/rows';

/** Live requests that belong to a request, by their uid. */
export async function readPresentChildren(
  knex: Knex,
  parentUid: string,
): Promise<ChildFacts[]> {
  const rows: Array<RequestRow & Pick<RequestGenerationRow, 'spec'>> =
    await knex('requests')
      .innerJoin('request_generations', join =>
        join
          .on('request_generations.request_uid', 'requests.uid')
          .on('request_generations.generation', 'requests.generation'),
      )
      .where('requests.parent_uid', parentUid)
      .whereNull('requests.deleted_at')
      .orderBy('requests.uid')
      .select('requests.*', { spec: 'request_generations.spec' });
  return rows.map(row => ({
    uid: row.uid,
    promiseId: row.promise_id,
    promiseName: row.promise_name,
    namespace: row.namespace,
    name: row.name,
    group: row.api_group,
    kind: row.api_kind,
    ownerRef: row.owner_ref,
    requestedBy: row.requested_by,
    labels: parseJson(row.labels),
    annotations: parseJson(row.annotations),
    spec: parseJson(row.spec),
    state: {
      name: row.state,
      reason: row.state_reason,
      message: row.state_message,
    },
    deleting: row.delete_requested_at !== null,
    delivered: row.delivered_generation === row.generation,
  }));
}
