import type { Knex } from 'knex';
import type { DestinationRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { appendEvents } from '../../events';
import { assertLease, type WorkContext } from '../../queue';
import type { StoreDestination } from '../destination/types';
import { isBelow } from '../git/isBelow';

/** Files that are named; all are counted. */
const EXAMPLES = 100;

/** Keeps with each Destination which files of others a sweep found there. */
export async function recordComparison(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly destinations: readonly StoreDestination[];
    readonly foreign: readonly string[];
    readonly at: Date;
  },
): Promise<void> {
  const { context, destinations, foreign } = options;
  if (destinations.length === 0) {
    return;
  }
  const at = options.at.toISOString();
  await runInTransaction(knex, async transaction => {
    await assertLease(transaction, context);
    const changed: DestinationRow[] = [];
    for (const { row, root } of destinations) {
      const files = foreign.filter(path => root === '' || isBelow(path, root));
      const examples =
        files.length > 0 ? JSON.stringify(files.slice(0, EXAMPLES)) : null;
      await transaction<DestinationRow>('destinations')
        .where({ platform: row.platform, name: row.name })
        .update({
          foreign_files: files.length,
          foreign_examples: examples,
          compared_at: at,
        });
      if (examples !== row.foreign_examples) {
        changed.push(row);
      }
    }
    await appendEvents(
      transaction,
      changed.map(({ platform, name, state, reason, message }) => ({
        type: 'DestinationChanged' as const,
        platform,
        destination: name,
        payload: { state, reason, message },
      })),
    );
  });
}
