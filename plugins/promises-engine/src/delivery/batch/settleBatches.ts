import type { Knex } from 'knex';
import type { GitRepository } from '../git/GitRepository';
import type { WorkContext } from '../../queue';
import type { StateStoreKey } from '../store/types';
import { dropBatch } from './dropBatch';
import { readBatches } from './readBatches';
import { recordBatch } from './recordBatch';

/**
 * Finds out what became of batches of which it is not recorded, because a process ended or a push was not answered:
 * those whose commit is on the branch are recorded, not written again.
 */
export async function settleBatches(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly store: StateStoreKey;
    readonly repository: GitRepository;
    readonly at: Date;
  },
): Promise<void> {
  const { context, store, repository, at } = options;
  const batches = await readBatches(knex, store, 'Prepared');
  if (batches.length === 0) {
    return;
  }
  await repository.fetch(context.signal);
  const commits = await repository.findBatches(
    batches.map(batch => batch.id),
    context.signal,
  );
  for (const batch of batches) {
    const commit = commits.get(batch.id);
    if (commit) {
      await recordBatch(knex, { context, batch, commit, at });
    } else {
      await dropBatch(knex, { context, batch: batch.id, outcome: 'abandon' });
    }
  }
}
