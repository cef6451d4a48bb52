import type { Knex } from 'knex';
import { enqueueWork } from '../../../queue';
import type { PromiseRow } from '../../rows/rows';
import { runInTransaction } from '../../transactions';
import { lockRegistry } from '../registry/lockRegistry';
import { enqueueCompoundRequests } from '../requests/enqueueCompoundRequests';
import { appendPromiseEvent } from './appendPromiseEvent';
import { enqueueDependents } from './enqueueDependents';

/**
 * Records that a Promise left the catalog: no new orders, its requests stay. Says which others were refused for its name
 * or its API, to be registered again. Nothing is written when it is withdrawn already or unknown.
 */
export async function withdrawPromise(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly entityRef: string;
    readonly now: Date;
  },
): Promise<{
  readonly outcome: 'withdrawn' | 'unchanged';
  readonly refused: readonly string[];
}> {
  const { platform, entityRef, now } = options;
  return runInTransaction(knex, async transaction => {
    await lockRegistry(transaction);
    const row = await transaction<PromiseRow>('promises')
      .where({ platform, entity_ref: entityRef })
      .first();
    if (!row || row.state === 'Withdrawn') {
      return { outcome: 'unchanged', refused: [] };
    }
    const changes = {
      state: 'Withdrawn',
      reason: 'NotInCatalog',
      message:
        'No longer in the catalog: it takes no new orders, and its requests stay',
      withdrawn_at: now.toISOString(),
      updated_at: now.toISOString(),
    };
    await transaction<PromiseRow>('promises')
      .where({ id: row.id })
      .update(changes);
    const refused: string[] = await transaction<PromiseRow>('promises')
      .where({ platform, state: 'Refused' })
      .orderBy('created_at')
      .pluck('entity_ref');
    await enqueueWork(transaction, { kind: 'promise', key: row.id });
    await enqueueDependents(transaction, { platform, name: row.name });
    await enqueueCompoundRequests(transaction, { platform });
    await appendPromiseEvent(transaction, {
      type: 'PromiseWithdrawn',
      row: { ...row, ...changes },
    });
    return { outcome: 'withdrawn', refused };
  });
}
