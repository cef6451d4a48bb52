import type { Knex } from 'knex';
import { CHILD_REASONS } from '../../../children/childReasons';
import type { EnqueueWorkOptions } from '../../../queue';
import type { PromiseRow } from '../../rows/rows';

const UNSETTLED: readonly string[] = [
  'Pending',
  'Running',
  'Suspended',
  'Delivering',
  'Deleting',
  'Degraded',
];
/** Settled requests that no entry of the queue will look at again; a few at a time. */
const SETTLED_LIMIT = 500;

/** Everything that a sweep has looked at: what is not settled, and what the queue has lost sight of. */
export async function listUnsettledWork(
  knex: Knex,
): Promise<EnqueueWorkOptions[]> {
  const promises = await knex<PromiseRow>('promises')
    .where({ holds_name: true })
    .select('id');
  const unsettled: Array<{ uid: string }> = await knex('requests')
    .whereNull('deleted_at')
    .where(open =>
      open
        .whereIn('state', [...UNSETTLED])
        // It may be mended by what others do.
        .orWhere(failed =>
          failed
            .where({ state: 'Failed' })
            .whereIn('state_reason', [...CHILD_REASONS]),
        ),
    )
    .select('uid');
  const forgotten: Array<{ uid: string }> = await knex('requests')
    .whereNull('deleted_at')
    .whereNotIn('state', [...UNSETTLED, 'Paused', 'Deleted'])
    .whereNotExists(
      knex('work_queue')
        .where('kind', 'request')
        .whereRaw('work_queue.key = requests.uid'),
    )
    // Where there are more, each has its turn.
    .orderByRaw('random()')
    .limit(SETTLED_LIMIT)
    .select('uid');
  return [
    ...promises.map(({ id }) => ({ kind: 'promise' as const, key: id })),
    ...[...unsettled, ...forgotten].map(({ uid }) => ({
      kind: 'request' as const,
      key: uid,
    })),
  ];
}
