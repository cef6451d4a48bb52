import type { Knex } from 'knex';
import type {
  PromiseRevisionRow,
  PromiseRow,
  RequestGenerationRow,
  RequestRow,
} from '../../database/rows/rows';

/** A request with what is shown beside it. */
export interface RequestView extends RequestRow {
  promise_card: PromiseRow['card'];
  promise_entity_ref: PromiseRow['entity_ref'];
  promise_current_revision_id: PromiseRow['current_revision_id'];
  api_plural: PromiseRow['api_plural'];
  generation_spec: RequestGenerationRow['spec'];
  revision_id: PromiseRevisionRow['id'];
  revision_version: PromiseRevisionRow['version'];
  revision_created_at: PromiseRevisionRow['created_at'];
}

/** Requests with their newest generation, Promise and revision; columns of `requests` are qualified. */
export function selectRequests(
  knex: Knex,
): Knex.QueryBuilder<RequestView, RequestView[]> {
  return knex('requests')
    .innerJoin('promises', 'promises.id', 'requests.promise_id')
    .innerJoin('request_generations', join =>
      join
        .on('request_generations.request_uid', 'requests.uid')
        .on('request_generations.generation', 'requests.generation'),
    )
    .innerJoin(
      'promise_revisions',
      'promise_revisions.id',
      'request_generations.promise_revision_id',
    )
    .select('requests.*', {
      promise_card: 'promises.card',
      promise_entity_ref: 'promises.entity_ref',
      promise_current_revision_id: 'promises.current_revision_id',
      api_plural: 'promises.api_plural',
      generation_spec: 'request_generations.spec',
      revision_id: 'promise_revisions.id',
      revision_version: 'promise_revisions.version',
      revision_created_at: 'promise_revisions.created_at',
    });
}
