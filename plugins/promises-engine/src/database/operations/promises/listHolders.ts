import type { PromiseApi } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { Holder } from '../../../registry/decideOwnership';
import type { PromiseRow } from '../../rows/rows';
import { countLiveRequests } from './countLiveRequests';

/** The other Promises of a platform that hold this name or this API. */
export async function listHolders(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly entityRef: string;
    readonly name: string;
    readonly api: PromiseApi | undefined;
  },
): Promise<Holder[]> {
  const { platform, entityRef, name, api } = options;
  const rows = await knex<PromiseRow>('promises')
    .where({ platform, holds_name: true })
    .whereNot('entity_ref', entityRef)
    .where(same => {
      same.where({ name });
      if (api) {
        same.orWhere({ api_group: api.group, api_kind: api.kind });
      }
    })
    .orderBy('created_at')
    .select('id', 'entity_ref', 'name', 'state');
  const counts = await countLiveRequests(knex, {
    promiseIds: rows.map(({ id }) => id),
  });
  return rows.map(row => ({
    id: row.id,
    entityRef: row.entity_ref,
    state: row.state,
    liveRequests: counts.get(row.id) ?? 0,
    shares: row.name === name ? ('name' as const) : ('api' as const),
  }));
}
