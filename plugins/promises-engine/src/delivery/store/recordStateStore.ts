import type { Knex } from 'knex';
import type { StateStoreRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { appendEvent } from '../../events';
import { assertLease, type WorkContext } from '../../queue';
import type { StateStoreKey, Verdict } from './types';

/** Records what was found out about a store; an event only where something is different. */
export async function recordStateStore(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly row: StateStoreRow;
    readonly verdict: Verdict;
    readonly at: Date;
    /** The store itself was asked, not only its row read. */
    readonly checked: boolean;
  },
): Promise<void> {
  const { context, row, verdict, at, checked } = options;
  const state = verdict.ready ? 'Ready' : 'NotReady';
  const changed =
    row.state !== state ||
    row.reason !== verdict.reason ||
    row.message !== verdict.message;
  if (!changed && !checked) {
    return;
  }
  const key: StateStoreKey = {
    platform: row.platform,
    kind: row.kind,
    name: row.name,
  };
  await runInTransaction(knex, async transaction => {
    await assertLease(transaction, context);
    const updated = await transaction<StateStoreRow>('state_stores')
      .where(key)
      // What the catalog says of the store in the meantime outranks what was found out.
      .where({ state: row.state, spec: row.spec })
      .update({
        state,
        reason: verdict.reason,
        message: verdict.message,
        ...(checked ? { checked_at: at.toISOString() } : {}),
        ...(changed ? { updated_at: at.toISOString() } : {}),
      });
    if (updated > 0 && changed) {
      await appendEvent(transaction, {
        type: 'StateStoreChanged',
        platform: key.platform,
        payload: {
          kind: key.kind,
          name: key.name,
          state,
          reason: verdict.reason,
          message: verdict.message,
        },
      });
    }
  });
}
