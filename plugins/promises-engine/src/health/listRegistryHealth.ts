import type { Finding } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { findingsColumn } from '../database/json';
import type { PromiseRow, StateStoreRow } from '../database/rows/rows';

/** Something that the catalog told of, as it was registered. @public */
export interface RegisteredHealth {
  /** For example `Promise/postgresql`. */
  readonly subject: string;
  readonly name: string;
  readonly entityRef: string;
  readonly state: string;
  readonly reason: string;
  readonly message: string;
  readonly findings: readonly Finding[];
}

/** A Promise as it was registered. @public */
export interface RegisteredPromiseHealth extends RegisteredHealth {
  /** Where its entity comes from, `type:target`. */
  readonly location?: string;
  /** Absent where no definition was adopted. */
  readonly definitionSha256?: string;
}

/** Promises and state stores of a platform by name, the withdrawn ones left out. @public */
export async function listRegistryHealth(
  knex: Knex,
  options: { readonly platform: string },
): Promise<{
  readonly promises: readonly RegisteredPromiseHealth[];
  readonly stateStores: readonly RegisteredHealth[];
}> {
  const { platform } = options;
  const promises: Array<PromiseRow & { definition_sha256: string | null }> =
    await knex('promises')
      .leftJoin(
        'promise_revisions',
        'promise_revisions.id',
        'promises.current_revision_id',
      )
      .where('promises.platform', platform)
      .whereNot('promises.state', 'Withdrawn')
      .select('promises.*', 'promise_revisions.definition_sha256')
      .orderBy('promises.name');
  const stores = await knex<StateStoreRow>('state_stores')
    .where({ platform })
    .whereNot('state', 'Disconnected')
    .orderBy(['kind', 'name']);
  return {
    promises: promises.map(row => ({
      ...toHealth('Promise', row),
      ...(row.location !== null && { location: row.location }),
      ...(row.definition_sha256 !== null && {
        definitionSha256: row.definition_sha256,
      }),
    })),
    stateStores: stores.map(row => toHealth(row.kind, row)),
  };
}

function toHealth(
  kind: string,
  row: Pick<
    PromiseRow,
    'name' | 'entity_ref' | 'state' | 'reason' | 'message' | 'findings'
  >,
): RegisteredHealth {
  return {
    subject: `${kind}/${row.name}`,
    name: row.name,
    entityRef: row.entity_ref,
    state: row.state,
    reason: row.reason,
    message: row.message,
    findings: findingsColumn.parse(row.findings),
  };
}
