import type { GitRepository } from '../git/GitRepository';
import { claimPath, parseClaim } from './claim';

/** Of folders that Destinations have left, those that another platform has claimed since: nothing there is ours. */
export async function readForeignRoots(options: {
  readonly repository: GitRepository;
  readonly roots: readonly string[];
  readonly claimant: string;
  readonly signal: AbortSignal;
}): Promise<ReadonlySet<string>> {
  const { repository, claimant, signal } = options;
  const roots = [...new Set(options.roots)];
  const { head } = repository;
  if (roots.length === 0 || !head) {
    return new Set();
  }
  const claims = await repository.readFiles(
    head.commit,
    roots.map(claimPath),
    signal,
  );
  return new Set(
    roots.filter(root => {
      const claim = claims.get(claimPath(root));
      return claim !== undefined && parseClaim(claim) !== claimant;
    }),
  );
}
