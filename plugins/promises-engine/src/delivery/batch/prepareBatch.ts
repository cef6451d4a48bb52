import type { Knex } from 'knex';
import { ulid } from 'ulid';
import type { BatchRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { fittingPlacements } from './fittingPlacements';
import { admittedDestinations } from '../placement/admittedDestinations';
import { partitionDue } from '../placement/partitionDue';
import { readDuePlacements } from '../placement/readDuePlacements';
import { readWorkloadSizes } from '../placement/readWorkloadSizes';
import type { DuePlacement } from '../placement/types';
import { assertLease, type WorkContext } from '../../queue';
import type { StateStoreKey, Verdict } from '../store/types';
import type { BatchItem, PreparedBatch } from './types';

/**
 * Reads under the lease what is to be written, and notes it as a batch before anything leaves the process: whoever takes
 * over finds the note, and the batch's commit by its id.
 */
export async function prepareBatch(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly store: StateStoreKey;
    readonly at: Date;
    readonly limit: number;
    /** Of all files together, which are in memory while they are written. */
    readonly maxBytes: number;
    readonly evenIfWaiting: boolean;
    /** By the Destination's name. */
    readonly verdicts: ReadonlyMap<string, Verdict>;
  },
): Promise<
  | {
      readonly batch: PreparedBatch;
      readonly placements: readonly DuePlacement[];
    }
  | undefined
> {
  const { context, store, at } = options;
  const id = ulid(at.getTime());
  return runInTransaction(knex, async transaction => {
    await assertLease(transaction, context);
    const due = await readDuePlacements(transaction, {
      ...options,
      ...admittedDestinations(options.verdicts),
    });
    const { admitted } = partitionDue(due, options.verdicts);
    const placements =
      admitted.length > 1
        ? fittingPlacements({
            placements: admitted,
            sizes: await readWorkloadSizes(
              transaction,
              admitted.flatMap(({ desired }) =>
                desired.map(({ sha256 }) => sha256),
              ),
            ),
            maxBytes: options.maxBytes,
          })
        : admitted;
    if (placements.length === 0) {
      return undefined;
    }
    const items = placements.map(
      ({ row, desired }): BatchItem => ({
        id: row.id,
        name: row.name,
        path: row.path,
        desiredHash: row.desired_hash,
        removing: Boolean(row.removing),
        files: desired.length,
      }),
    );
    await transaction<BatchRow>('batches').insert({
      id,
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
      epoch: context.work.epoch,
      state: 'Prepared',
      placements: JSON.stringify(items),
      version_id: null,
      created_at: at.toISOString(),
      pushed_at: null,
    });
    return { batch: { id, items }, placements };
  });
}
