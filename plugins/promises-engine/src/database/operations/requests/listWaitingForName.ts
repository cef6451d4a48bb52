import type { Knex } from 'knex';
import type { EnqueueWorkOptions } from '../../../queue';
import type { RequestRow } from '../../rows/rows';

/** Requests that cannot order a child because of a name that somebody else has; to be looked at when one is free again. */
export async function listWaitingForName(
  knex: Knex,
  platform: string,
): Promise<EnqueueWorkOptions[]> {
  const rows = await knex<RequestRow>('requests')
    .where({ platform })
    .whereNull('deleted_at')
    .whereIn('state', ['Failed', 'Degraded', 'Delivering'])
    .whereIn('state_reason', ['ChildNameTaken', 'ChildDeleting'])
    .select('uid');
  return rows.map(({ uid }) => ({ kind: 'request', key: uid }));
}
