import type { Knex } from 'knex';
import { GitCommandError } from '../git/GitCommandError';
import type { GitRepository } from '../git/GitRepository';
import type { GitAuthor } from '../git/types';
import { readLivePaths } from '../placement/readLivePaths';
import { readWorkloads } from '../placement/readWorkloads';
import { recordProblems } from '../placement/recordProblems';
import type { DuePlacement } from '../placement/types';
import type { EngineObserver, PushOutcome } from '../../observe/EngineObserver';
import { inSpan } from '../../observe/inSpan';
import { reachPoint, type EnginePoint } from '../../points/reachPoint';
import type { WorkContext } from '../../queue';
import type { StateStoreKey } from '../store/types';
import { readCauses } from './readCauses';
import { readForeignRoots } from '../destination/readForeignRoots';
import { batchChange, leftRoot } from './batchChange';
import { commitMessage } from './commitMessage';
import { dropBatch } from './dropBatch';
import { recordBatch } from './recordBatch';
import type { PreparedBatch } from './types';

/**
 * Brings a prepared batch onto the branch as one commit, and records it. `stale` where the branch had moved: nothing is
 * written then, and what is to be written is to be read again.
 */
export async function writeBatch(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly store: StateStoreKey;
    readonly repository: GitRepository;
    readonly batch: PreparedBatch;
    readonly placements: readonly DuePlacement[];
    readonly roots: ReadonlyMap<string, string>;
    readonly author: GitAuthor;
    /** Who writes, in the claims. */
    readonly claimant: string;
    readonly observer?: EngineObserver;
    readonly now: () => Date;
  },
): Promise<'written' | 'stale'> {
  const { batch, placements, store, observer } = options;
  const begun = performance.now();
  const attributes = {
    'promises.batch': batch.id,
    'promises.store': `${store.kind}/${store.name}`,
    'promises.placements': placements.length,
  };
  const causes = await readCauses(knex, placements);
  return inSpan('promises.batch', { attributes, ...causes }, async span => {
    const { outcome, commit } = await write(knex, options);
    if (commit) span.setAttribute('promises.commit', commit);
    if (outcome === 'written') {
      observer?.batchWritten?.({
        store: `${store.kind}/${store.name}`,
        placements: placements.length,
        committed: commit !== undefined,
        seconds: (performance.now() - begun) / 1_000,
      });
    }
    return outcome;
  });
}

async function write(
  knex: Knex,
  options: Parameters<typeof writeBatch>[1],
): Promise<{
  readonly outcome: 'written' | 'stale';
  readonly commit?: string;
}> {
  const { context, store, repository, batch, placements, author, now } =
    options;
  const { signal } = context;
  const contents = await readWorkloads(
    knex,
    placements.flatMap(({ desired }) => desired.map(file => file.sha256)),
  );
  const livePaths = await readLivePaths(
    knex,
    store,
    placements.flatMap(({ row }) => (row.removing ? [row.path] : [])),
  );
  const foreignRoots = await readForeignRoots({
    repository,
    roots: placements.flatMap(({ row }) => leftRoot(row, options.roots) ?? []),
    claimant: options.claimant,
    signal,
  });
  const { change, committed, problems } = batchChange({
    placements,
    contents,
    roots: options.roots,
    livePaths,
    foreignRoots,
  });
  let commit: string | undefined;
  if (committed.length > 0) {
    const base = repository.head;
    const built = await repository.commit({
      base: base?.commit,
      author,
      at: now(),
      message: commitMessage({
        placements: committed,
        batch: batch.id,
        epoch: context.work.epoch,
      }),
      change,
      signal,
    });
    const isEmpty = !base && change.writes.length === 0;
    if (built.tree === base?.tree || isEmpty) {
      // No push asks whether the branch is still where it was last seen, so that is asked here.
      const head = await repository.fetch(signal);
      if (head?.commit !== base?.commit) {
        await dropBatch(knex, { context, batch: batch.id, outcome: 'forget' });
        return { outcome: 'stale' };
      }
    } else {
      reachBatchPoint('beforePush', placements);
      const push = await observePush(options, () =>
        repository.push({ base: base?.commit, built, signal }),
      );
      if (push.outcome !== 'pushed') {
        await dropBatch(knex, { context, batch: batch.id, outcome: 'forget' });
        if (push.outcome === 'refused') {
          throw new GitCommandError({ verb: 'push', problem: push.reason });
        }
        return { outcome: 'stale' };
      }
      reachBatchPoint('afterPush', placements);
      commit = built.commit;
    }
  }
  await recordBatch(knex, {
    context,
    batch,
    commit,
    except: new Set(problems.map(problem => problem.id)),
    at: now(),
  });
  reachBatchPoint('recorded', placements);
  await recordProblems(knex, {
    context,
    problems,
    outcome: 'failed',
    at: now(),
  });
  return { outcome: 'written', commit };
}

/** Tells how a push ended and how long it took. */
async function observePush<T extends { readonly outcome: PushOutcome }>(
  {
    store,
    observer,
  }: Pick<Parameters<typeof writeBatch>[1], 'store' | 'observer'>,
  push: () => Promise<T>,
): Promise<T> {
  const name = `${store.kind}/${store.name}`;
  const begun = performance.now();
  let outcome: PushOutcome = 'failed';
  try {
    const pushed = await inSpan(
      'promises.push',
      { attributes: { 'promises.store': name } },
      push,
    );
    outcome = pushed.outcome;
    return pushed;
  } finally {
    const seconds = (performance.now() - begun) / 1_000;
    observer?.pushFinished?.({ store: name, outcome, seconds });
  }
}

/** A batch that writes and removes is at the point of both. */
function reachBatchPoint(
  point: EnginePoint,
  placements: readonly DuePlacement[],
): void {
  if (placements.some(({ row }) => !row.removing)) {
    reachPoint({ point, workflow: 'configure' });
  }
  if (placements.some(({ row }) => row.removing)) {
    reachPoint({ point, workflow: 'delete' });
  }
}
