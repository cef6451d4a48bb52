/** What became of a push to one branch. */
export type PushOutcome =
  | { readonly outcome: 'pushed' }
  /** The branch is not what it was when the commit was built. */
  | { readonly outcome: 'stale' }
  /** The other end does not want it: a protected branch, a hook, a lock, no room. */
  | { readonly outcome: 'refused'; readonly reason: string };

const STALE =
  /stale info|fetch first|non-fast-forward|incorrect old value|but expected|reference already exists|already exists/i;

/** Reads `git push --porcelain`: one line `<flag>\t<from>:<to>\t<summary> (<reason>)` for the branch. */
export function parsePushReport(
  report: string,
  branch: string,
): PushOutcome | undefined {
  for (const line of report.split('\n')) {
    const [flag, refs, summary = ''] = line.split('\t');
    if (!refs?.endsWith(`:refs/heads/${branch}`)) {
      continue;
    }
    if (flag !== '!') {
      return { outcome: 'pushed' };
    }
    return STALE.test(summary)
      ? { outcome: 'stale' }
      : { outcome: 'refused', reason: summary.replace(/^\[|\](?= )/g, '') };
  }
  return undefined;
}
