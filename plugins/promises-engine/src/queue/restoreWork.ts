import type { Knex } from 'knex';
import type { WorkQueueRow } from '../database/rows/rows';
import type { WorkKind } from './types';
import { WITHOUT_FAILURES } from './withoutFailures';

/**
 * Forgets the failures of work and has it no longer set aside; the caller enqueues it. Of what is being worked on too: a
 * failure that is under way must not set aside what was asked for meanwhile.
 */
export async function restoreWork(
  knex: Knex,
  work: { readonly kind: WorkKind; readonly key: string },
): Promise<void> {
  await knex<WorkQueueRow>('work_queue')
    .where({ kind: work.kind, key: work.key })
    .where(row =>
      row.whereNotNull('set_aside_at').orWhereNotNull('lease_owner'),
    )
    .update(WITHOUT_FAILURES);
}
