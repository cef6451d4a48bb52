import type { Knex } from 'knex';
import { raiseSignal } from '../database/signals';
import { databaseClock } from '../database/time/databaseClock';
import { restoreWork } from './restoreWork';
import type { WorkKind } from './types';

/** What is to be looked at, and when. */
export interface EnqueueWorkOptions {
  readonly kind: WorkKind;
  readonly key: string;
  /** Not before this time; now unless given. */
  readonly runAt?: Date;
  /** Also where it is set aside, and its failures are forgotten: somebody asked for it, or what it fails on changed. */
  readonly anew?: boolean;
}

/**
 * Asks for a key to be looked at: the earlier time wins, and while it is being looked at it will be looked at again.
 * What is set aside stays aside unless it is asked for anew.
 * Comes after the changes of rows and before {@link appendEvent}.
 */
export async function enqueueWork(
  knex: Knex,
  options: EnqueueWorkOptions,
): Promise<void> {
  const { kind, key, runAt, anew } = options;
  const clock = databaseClock(knex);
  if (anew) {
    await restoreWork(knex, options);
  }
  await knex.raw(
    `INSERT INTO work_queue (kind, key, run_at, epoch, again, attempts, enqueued_at)
     VALUES (?, ?, ?, 0, false, 0, ?)
     ON CONFLICT (kind, key) DO UPDATE SET
       run_at = CASE
         WHEN work_queue.lease_owner IS NOT NULL AND NOT work_queue.again THEN excluded.run_at
         WHEN excluded.run_at < work_queue.run_at THEN excluded.run_at
         ELSE work_queue.run_at END,
       again = work_queue.lease_owner IS NOT NULL
     WHERE work_queue.lease_owner IS NOT NULL
       OR (work_queue.set_aside_at IS NULL AND work_queue.run_at > excluded.run_at)`,
    [kind, key, runAt?.toISOString() ?? clock.at(), clock.at()],
  );
  await raiseSignal(knex, { topic: 'work', detail: kind });
}
