import type { Knex } from 'knex';
import type { WorkContext } from '../../queue';
import type { DuePlacement } from '../placement/types';
import { recordBatch } from './recordBatch';

/** Ends placements whose files are nobody's duty any more: their Destination is gone, or their store never was. */
export async function recordGone(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly placements: readonly DuePlacement[];
    readonly at: Date;
  },
): Promise<void> {
  const { context, placements, at } = options;
  if (placements.length === 0) {
    return;
  }
  await recordBatch(knex, {
    context,
    batch: {
      id: '',
      items: placements.map(({ row }) => ({
        id: row.id,
        name: row.name,
        path: row.path,
        desiredHash: row.desired_hash,
        removing: true,
        files: 0,
      })),
    },
    commit: undefined,
    at,
  });
}
