import type { Knex } from 'knex';
import { enqueueWork } from '../../../queue';
import type { DestinationRow, PlacementRow, PromiseRow } from '../../rows/rows';

/**
 * Asks for everything that a changed Destination may concern: its state store, the owners of what is placed on it, all
 * Promises that may place something on it, and by a sweep the requests that wait for a place.
 */
export async function enqueueDestination(
  transaction: Knex.Transaction,
  row: DestinationRow,
): Promise<void> {
  const { platform } = row;
  await enqueueWork(transaction, {
    kind: 'deliver',
    key: `${platform}/${row.state_store_kind}/${row.state_store_name}`,
  });
  const promiseIds: string[] = await transaction<PromiseRow>('promises')
    .where({ platform, holds_name: true })
    .orderBy('id')
    .pluck('id');
  for (const key of promiseIds) {
    await enqueueWork(transaction, { kind: 'promise', key });
  }
  const requestUids = await transaction<PlacementRow>('placements')
    .where({ platform, destination: row.name })
    .whereNotNull('request_uid')
    .orderBy('request_uid')
    .distinct('request_uid');
  for (const { request_uid: key } of requestUids) {
    await enqueueWork(transaction, { kind: 'request', key: key! });
  }
  await enqueueWork(transaction, { kind: 'sweep', key: 'all' });
}
