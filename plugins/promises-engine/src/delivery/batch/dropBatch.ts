import type { Knex } from 'knex';
import type { BatchRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { assertLease, type WorkContext } from '../../queue';

/**
 * Ends a batch that is not in the store. One that can never get there is forgotten; one that another may still push is
 * kept as Abandoned, so that the sweep knows its files.
 */
export async function dropBatch(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly batch: string;
    readonly outcome: 'forget' | 'abandon';
  },
): Promise<void> {
  await runInTransaction(knex, async transaction => {
    await assertLease(transaction, options.context);
    const row = transaction<BatchRow>('batches').where({ id: options.batch });
    if (options.outcome === 'forget') {
      await row.delete();
    } else {
      await row.update({ state: 'Abandoned' });
    }
  });
}
