import type { Knex } from 'knex';
import { desiredColumn } from '../../database/json';
import type { PlacementRow } from '../../database/rows/rows';
import { withoutAbsent } from '../withoutAbsent';
import type { DeliveredFiles } from './types';

type Row = Pick<
  PlacementRow,
  'id' | 'destination' | 'path' | 'promise_id' | 'request_uid' | 'written'
> & {
  readonly promise_name: string;
  readonly promise_owner: string | null;
  readonly request_owner: string | null;
  readonly request_namespace: string | null;
};

/**
 * What is in the state stores for the catalog, the oldest first: also while something newer is on its way, and also where
 * the Destination has left the catalog, because nothing is removed from it then. One that is not trusted shows nothing.
 *
 * @public
 */
export async function listDeliveredFiles(
  knex: Knex,
  options: { readonly platform: string },
): Promise<DeliveredFiles[]> {
  const rows: Row[] = await knex('placements')
    .join('destinations', join =>
      join
        .on('destinations.platform', 'placements.platform')
        .andOn('destinations.name', 'placements.destination'),
    )
    .join('promises', 'promises.id', 'placements.promise_id')
    .leftJoin('requests', 'requests.uid', 'placements.request_uid')
    .where('placements.platform', options.platform)
    .where('destinations.catalog', true)
    .whereNotIn('destinations.state', ['Untrusted', 'Invalid'])
    .whereNotNull('placements.written')
    .orderBy(['placements.created_at', 'placements.id'])
    .select(
      'placements.id',
      'placements.destination',
      'placements.path',
      'placements.promise_id',
      'placements.request_uid',
      'placements.written',
      {
        promise_name: 'promises.name',
        promise_owner: 'promises.owner_ref',
        request_owner: 'requests.owner_ref',
        request_namespace: 'requests.namespace',
      },
    );
  return rows.map(toDeliveredFiles);
}

function toDeliveredFiles(row: Row): DeliveredFiles {
  const ofRequest = row.request_uid !== null;
  return withoutAbsent({
    placement: row.id,
    destination: row.destination,
    path: row.path,
    holder: row.request_uid ?? `promise:${row.promise_id}`,
    requestUid: row.request_uid ?? undefined,
    namespace: row.request_namespace ?? undefined,
    promiseName: row.promise_name,
    ownerRef: (ofRequest ? row.request_owner : row.promise_owner) ?? undefined,
    files: desiredColumn
      .parse(row.written ?? '[]')
      .filter(({ filepath }) => /\.(ya?ml|json)$/i.test(filepath)),
  });
}
