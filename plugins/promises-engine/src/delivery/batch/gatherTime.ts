/** What came with the last commit. */
export interface LastCommit {
  readonly placements: number;
  /** as Date */
  readonly at: Date;
}

/** One placement more in the last commit, so much longer is waited: where 20 come in a second, 20 share a commit. */
const EACH_MS = 50;
const LONGEST_MS = 1_000;
/** After which the last commit says nothing of what is to come. */
const FORGOTTEN_MS = 2_000;

/**
 * How long to wait for more placements before the next commit, milliseconds. What is alone in a quiet store is written
 * at once; the more came with the last commit a moment ago, the longer is waited, so that the busier a store is the more
 * placements share a commit.
 */
export function gatherTime(options: {
  /** Placements that are due. */
  readonly due: number;
  /** Placements of one commit, at most. */
  readonly limit: number;
  readonly last: LastCommit | undefined;
  readonly now: Date;
  /** Where more than one waits. */
  readonly shortestMs: number;
}): number {
  const { due, limit, last, now, shortestMs } = options;
  if (due >= limit) return 0;
  const shortest = due > 1 ? shortestMs : 0;
  if (!last || now.getTime() - last.at.getTime() > FORGOTTEN_MS) {
    return shortest;
  }
  const busy = Math.min(LONGEST_MS, EACH_MS * (last.placements - 1));
  return Math.max(shortest, busy);
}
