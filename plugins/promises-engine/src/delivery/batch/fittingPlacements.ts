import type { DuePlacement } from '../placement/types';

/**
 * The first placements whose files together are not larger than the bound, and one at least: what does not fit goes into
 * the next commit.
 */
export function fittingPlacements(options: {
  readonly placements: readonly DuePlacement[];
  /** Bytes by sha256. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly maxBytes: number;
}): readonly DuePlacement[] {
  const { placements, sizes, maxBytes } = options;
  let bytes = 0;
  const tooMuch = placements.findIndex(({ desired }) => {
    for (const { sha256 } of desired) {
      bytes += sizes.get(sha256) ?? 0;
    }
    return bytes > maxBytes;
  });
  return tooMuch === -1
    ? placements
    : placements.slice(0, Math.max(1, tooMuch));
}
