import { GitCommandError } from '../git/GitCommandError';
import type { GitRepository } from '../git/GitRepository';
import type { GitAuthor } from '../git/types';
import {
  destinationFolders,
  destinationPaths,
  planDestinations,
  type DestinationPlan,
} from './planDestinations';
import type { StoreDestination } from './types';

/** Tries against others that move the branch at the same time. */
const TRIES = 5;

/** Writes claims and test documents where they are missing, in one commit, and says what can be written to. */
export async function setUpDestinations(options: {
  readonly repository: GitRepository;
  readonly destinations: readonly StoreDestination[];
  readonly claimant: string;
  readonly occupied: ReadonlySet<string>;
  readonly author: GitAuthor;
  readonly epoch: number;
  readonly at: Date;
  readonly signal: AbortSignal;
}): Promise<DestinationPlan> {
  const { repository, destinations, author, at, signal } = options;
  const paths = destinations.flatMap(destination => [
    ...destinationPaths(destination),
    ...destinationFolders(destination),
  ]);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const base = repository.head;
    const files = base
      ? await repository.readFiles(base.commit, paths, signal)
      : new Map<string, Uint8Array>();
    const plan = planDestinations({ ...options, files });
    const { removals, writes } = plan.change;
    if (removals.length === 0 && writes.length === 0) {
      if (plan.vacated.length === 0) return plan;
      // No push asks whether the branch is still where it was last seen, and what is vacated is forgotten.
      const head = await repository.fetch(signal);
      if (head?.commit === base?.commit) return plan;
      continue;
    }
    const verb = writes.length > 0 ? 'Update' : 'Delete';
    const built = await repository.commit({
      base: base?.commit,
      author,
      at,
      message: `${verb} from: kratix-canary\n\nEpoch: ${options.epoch}\n`,
      change: plan.change,
      signal,
    });
    const push = await repository.push({ base: base?.commit, built, signal });
    if (push.outcome === 'pushed') {
      return plan;
    }
    if (push.outcome === 'refused') {
      throw new GitCommandError({ verb: 'push', problem: push.reason });
    }
    await repository.fetch(signal);
  }
  throw new GitCommandError({
    verb: 'push',
    problem: `others moved the branch ${TRIES} times in a row; it is tried again`,
  });
}
