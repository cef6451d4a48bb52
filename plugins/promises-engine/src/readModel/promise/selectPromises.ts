import type { Knex } from 'knex';
import type { PromiseRevisionRow, PromiseRow } from '../../database/rows/rows';

/** A Promise with its current revision. */
export interface PromiseView extends PromiseRow {
  version: PromiseRevisionRow['version'] | null;
  definition_sha256: PromiseRevisionRow['definition_sha256'] | null;
}

/** Promises with their current revisions; columns of `promises` are qualified. */
export function selectPromises(
  knex: Knex,
): Knex.QueryBuilder<PromiseView, PromiseView[]> {
  return knex('promises')
    .leftJoin(
      'promise_revisions',
      'promise_revisions.id',
      'promises.current_revision_id',
    )
    .select('promises.*', {
      version: 'promise_revisions.version',
      definition_sha256: 'promise_revisions.definition_sha256',
    });
}
