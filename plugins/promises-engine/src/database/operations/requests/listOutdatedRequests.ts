import type { Knex } from 'knex';

/**
 * Requests of a Promise whose newest run was for another definition than the current one: they have to be looked at. An
 * older run for the same definition does not count: the Promise may have gone there and back.
 */
export async function listOutdatedRequests(
  knex: Knex,
  promiseId: string,
): Promise<string[]> {
  const rows: Array<{ uid: string }> = await knex('requests')
    .where('requests.promise_id', promiseId)
    .whereNull('requests.deleted_at')
    .whereNull('requests.delete_requested_at')
    .whereNotExists(
      knex('runs')
        .join('promise_revisions as ran', 'ran.id', 'runs.promise_revision_id')
        .join('promises', 'promises.id', 'requests.promise_id')
        .join(
          'promise_revisions as current',
          'current.id',
          'promises.current_revision_id',
        )
        .whereRaw('runs.request_uid = requests.uid')
        .where('runs.workflow', 'configure')
        .whereRaw('runs.generation = requests.generation')
        .whereRaw('ran.spec_hash = current.spec_hash')
        .whereNotExists(
          knex('runs as newer')
            .whereRaw('newer.request_uid = runs.request_uid')
            .where('newer.workflow', 'configure')
            .whereRaw('newer.id > runs.id'),
        ),
    )
    .select('requests.uid');
  return rows.map(({ uid }) => uid);
}
