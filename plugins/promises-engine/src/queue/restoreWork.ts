import type { Knex } from 'knex';
import type { WorkQueueRow } from '../database/rows/rows';
import type { WorkKind } from './types';
import { WITHOUT_FAILURES } from './withoutFailures';

/** Forgets the failures of work and has it no longer set aside; the caller enqueues it. Answers whether it was. */
export async function restoreWork(
  knex: Knex,
  work: { readonly kind: WorkKind; readonly key: string },
): Promise<boolean> {
  const restored = await knex<WorkQueueRow>('work_queue')
    .where({ kind: work.kind, key: work.key })
    .whereNotNull('set_aside_at')
    .update(WITHOUT_FAILURES);
  return restored > 0;
}
