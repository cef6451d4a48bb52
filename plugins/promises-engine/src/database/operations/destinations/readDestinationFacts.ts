import type {
  DestinationDefinition,
  StateStoreDefinition,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { DestinationFacts } from '../../../scheduling/types';
import { parseJson } from '../../json/parseJson';
import type { DestinationRow, StateStoreRow } from '../../rows/rows';

type Joined = DestinationRow & {
  store_spec: StateStoreRow['spec'] | null;
};

/** All Destinations of a platform with their state store's path, by name. */
export async function readDestinationFacts(
  knex: Knex,
  platform: string,
): Promise<DestinationFacts[]> {
  const rows: Joined[] = await knex('destinations')
    .leftJoin('state_stores', join =>
      join
        .on('state_stores.platform', 'destinations.platform')
        .on('state_stores.kind', 'destinations.state_store_kind')
        .on('state_stores.name', 'destinations.state_store_name'),
    )
    .where('destinations.platform', platform)
    .orderBy('destinations.name')
    .select('destinations.*', { store_spec: 'state_stores.spec' });
  return rows.map(readRow);
}

function readRow(row: Joined): DestinationFacts {
  const spec = parseJson<DestinationDefinition['spec']>(row.spec);
  const store = row.store_spec
    ? parseJson<StateStoreDefinition['spec']>(row.store_spec)
    : undefined;
  return {
    name: row.name,
    labels: parseJson(row.labels),
    strictMatchLabels: spec.strictMatchLabels ?? false,
    mode: spec.filepath?.mode ?? 'nestedByMetadata',
    path: spec.path,
    stateStoreKind: row.state_store_kind,
    stateStoreName: row.state_store_name,
    stateStorePath: store?.path ?? '',
    state: row.state,
    fulfilsRequests: Boolean(row.fulfils_requests),
  };
}
