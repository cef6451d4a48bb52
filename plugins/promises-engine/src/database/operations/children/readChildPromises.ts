import type { Knex } from 'knex';
import type { ChildPromise } from '../../../children/types';
import type { PromiseRow } from '../../rows/rows';

/** The Promises of a platform that hold their name and offer an API. */
export async function readChildPromises(
  knex: Knex,
  platform: string,
): Promise<ChildPromise[]> {
  const rows = await knex<PromiseRow>('promises')
    .where({ platform, holds_name: true })
    .whereNotNull('api_group')
    .orderBy('id')
    .select(
      'id',
      'name',
      'api_group',
      'api_kind',
      'state',
      'message',
      'current_revision_id',
    );
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    group: row.api_group ?? '',
    kind: row.api_kind ?? '',
    state: row.state,
    message: row.message,
    revisionId: row.current_revision_id ?? undefined,
  }));
}
