import type { Knex } from 'knex';
import { enqueueWork } from '../../../queue';

/** Asks for the requests to be looked at that have something on a Destination that fulfils requests: it may be a child. */
export async function enqueueCompoundRequests(
  transaction: Knex.Transaction,
  options: { readonly platform: string },
): Promise<void> {
  const uids: string[] = await transaction('placements')
    .innerJoin('destinations', join =>
      join
        .on('destinations.platform', 'placements.platform')
        .on('destinations.name', 'placements.destination'),
    )
    .where({
      'placements.platform': options.platform,
      'placements.removing': false,
      'destinations.fulfils_requests': true,
    })
    .whereNotNull('placements.request_uid')
    .orderBy('placements.request_uid')
    .distinct()
    .pluck('placements.request_uid');
  for (const key of uids) {
    await enqueueWork(transaction, { kind: 'request', key });
  }
}
