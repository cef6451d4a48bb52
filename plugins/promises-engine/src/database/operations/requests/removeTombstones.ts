import type { Knex } from 'knex';
import type { RequestRow } from '../../rows/rows';

/** Forgets deleted requests whose tombstone has outlived its time; their events have a rule of their own. */
export async function removeTombstones(knex: Knex, now: Date): Promise<void> {
  await knex<RequestRow>('requests')
    .whereNotNull('deleted_at')
    .where('tombstone_until', '<=', now.toISOString())
    .delete();
}
