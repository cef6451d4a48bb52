import type { Knex } from 'knex';
import type { DestinationRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { appendEvent } from '../../events';
import { assertLease, type WorkContext } from '../../queue';
import type { Verdict } from '../store/types';

/** States that the catalog or a person gave; delivery finds nothing out about those. */
const GIVEN = ['Disconnected', 'Untrusted', 'Invalid', 'Removing'];

/** Records whether Destinations can be written to; an event only where something is different. */
export async function recordDestinations(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly destinations: readonly DestinationRow[];
    /** By the Destination's name. */
    readonly verdicts: ReadonlyMap<string, Verdict>;
    readonly at: Date;
  },
): Promise<void> {
  const changed = options.destinations.flatMap(row => {
    const verdict = options.verdicts.get(row.name);
    if (!verdict || GIVEN.includes(row.state)) {
      return [];
    }
    const state = verdict.ready ? 'Ready' : 'NotReady';
    return row.state === state &&
      row.reason === verdict.reason &&
      row.message === verdict.message
      ? []
      : [{ row, verdict, state }];
  });
  if (changed.length === 0) {
    return;
  }
  await runInTransaction(knex, async transaction => {
    await assertLease(transaction, options.context);
    const updated = new Set<string>();
    for (const { row, verdict, state } of changed) {
      const count = await transaction<DestinationRow>('destinations')
        .where({ platform: row.platform, name: row.name, state: row.state })
        .update({
          state,
          reason: verdict.reason,
          message: verdict.message,
          updated_at: options.at.toISOString(),
        });
      if (count > 0) {
        updated.add(row.name);
      }
    }
    for (const { row, verdict, state } of changed) {
      if (updated.has(row.name)) {
        await appendEvent(transaction, {
          type: 'DestinationChanged',
          platform: row.platform,
          destination: row.name,
          payload: { state, reason: verdict.reason, message: verdict.message },
        });
      }
    }
  });
}
