import type { FileTree } from './GitRemote.ts';

/** File by which a platform claims a Destination's folder; it names the platform, which is another one in each run. */
const CLAIM_FILE = '.promissory-claim';

/** A committed tree with the claims of this run's platform, which have to stay as they were. */
export function withClaims(committed: FileTree, before: FileTree): FileTree {
  return new Map([
    ...committed,
    ...[...before].filter(([path]) => path.endsWith(`/${CLAIM_FILE}`)),
  ]);
}
