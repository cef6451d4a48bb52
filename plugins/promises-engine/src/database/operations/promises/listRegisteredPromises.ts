import type { Knex } from 'knex';
import type { PromiseRow } from '../../rows/rows';

/** What the registry compares with the catalog. */
export interface RegisteredPromise {
  readonly id: string;
  readonly entityRef: string;
  readonly name: string;
  readonly state: string;
  /** Of the adopted definition. */
  readonly definitionSha256?: string;
}

/** All Promises of a platform, the withdrawn ones too. */
export async function listRegisteredPromises(
  knex: Knex,
  options: { readonly platform: string },
): Promise<RegisteredPromise[]> {
  const rows: Array<PromiseRow & { definition_sha256: string | null }> =
    await knex('promises')
      .leftJoin(
        'promise_revisions',
        'promise_revisions.id',
        'promises.current_revision_id',
      )
      .where({ platform: options.platform })
      .orderBy('promises.created_at')
      .select('promises.*', 'promise_revisions.definition_sha256');
  return rows.map(row => ({
    id: row.id,
    entityRef: row.entity_ref,
    name: row.name,
    state: row.state,
    ...(row.definition_sha256
      ? { definitionSha256: row.definition_sha256 }
      : {}),
  }));
}
