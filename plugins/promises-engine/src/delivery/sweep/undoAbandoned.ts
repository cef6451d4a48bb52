import type { Knex } from 'knex';
import type { BatchRow, PlacementRow } from '../../database/rows/rows';
import { readBatches } from '../batch/readBatches';
import { GitCommandError } from '../git/GitCommandError';
import type { GitRepository } from '../git/GitRepository';
import type { GitAuthor, TreeEntry } from '../git/types';
import type { WorkContext } from '../../queue';
import type { StateStoreKey } from '../store/types';

/** How long a push may be on its way before nobody waits for it any more. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

/**
 * Removes what a writer that had lost its lease pushed late: folders that the last commit of an abandoned batch touched
 * and that no placement has. Answers the files that are gone.
 */
export async function undoAbandoned(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly store: StateStoreKey;
    readonly repository: GitRepository;
    readonly entries: readonly TreeEntry[];
    readonly author: GitAuthor;
    readonly at: Date;
  },
): Promise<readonly string[]> {
  const { context, store, repository, entries, at } = options;
  const { signal } = context;
  const batches = await readBatches(knex, store, 'Abandoned');
  const folders = new Set<string>();
  for (const batch of batches) {
    for (const { path } of batch.items) {
      const present = entries.some(entry => entry.path.startsWith(`${path}/`));
      if (
        present &&
        !(await isTaken(knex, store, path)) &&
        (await repository.lastBatch(path, signal)) === batch.id
      ) {
        folders.add(path);
      }
    }
  }
  await knex<BatchRow>('batches')
    .where({
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
      state: 'Abandoned',
    })
    .where('created_at', '<', new Date(at.getTime() - KEPT_MS).toISOString())
    .delete();
  if (folders.size === 0) {
    return [];
  }
  const base = repository.head;
  const built = await repository.commit({
    base: base?.commit,
    author: options.author,
    at,
    message: `Delete from: ${folders.size} abandoned placements\n\nEpoch: ${context.work.epoch}\n`,
    change: { removals: [...folders], writes: [] },
    signal,
  });
  const push = await repository.push({ base: base?.commit, built, signal });
  if (push.outcome === 'refused') {
    throw new GitCommandError({ verb: 'push', problem: push.reason });
  }
  return push.outcome === 'stale'
    ? []
    : entries
        .map(entry => entry.path)
        .filter(path =>
          [...folders].some(folder => path.startsWith(`${folder}/`)),
        );
}

async function isTaken(
  knex: Knex,
  store: StateStoreKey,
  path: string,
): Promise<boolean> {
  const row = await knex<PlacementRow>('placements')
    .where({
      platform: store.platform,
      state_store_kind: store.kind,
      state_store_name: store.name,
      path,
    })
    .whereNot({ state: 'Removed' })
    .first('id');
  return row !== undefined;
}
