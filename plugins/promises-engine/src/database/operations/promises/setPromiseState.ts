import type { Knex } from 'knex';
import type { PromiseRow } from '../../rows/rows';
import { runInTransaction } from '../../transactions';
import { changedColumns } from '../registry/changedColumns';
import { appendPromiseEvent } from './appendPromiseEvent';
import { enqueueDependents } from './enqueueDependents';

/**
 * Records whether a Promise is available. Only one that is Available or Unavailable has such a state: what the registry
 * said of the others stands. False where nothing had to be written.
 */
export async function setPromiseState(
  knex: Knex,
  options: {
    readonly promiseId: string;
    readonly state: 'Available' | 'Unavailable';
    readonly reason: string;
    readonly message: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const { promiseId, state, reason, message, now } = options;
  return runInTransaction(knex, async transaction => {
    const row = await transaction<PromiseRow>('promises')
      .where({ id: promiseId })
      .whereIn('state', ['Available', 'Unavailable'])
      .first();
    const changes =
      row && changedColumns<PromiseRow>(row, { state, reason, message });
    if (!row || !changes || Object.keys(changes).length === 0) {
      return false;
    }
    const updated = { ...changes, updated_at: now.toISOString() };
    const written = await transaction<PromiseRow>('promises')
      .where({ id: promiseId })
      .whereIn('state', ['Available', 'Unavailable'])
      .update(updated);
    if (written === 0) {
      return false;
    }
    if (changes.state) {
      await enqueueDependents(transaction, row);
    }
    await appendPromiseEvent(transaction, {
      type: 'PromiseChanged',
      row: { ...row, ...updated },
    });
    return true;
  });
}
