import { md5Hex } from '../hash/md5Hex';
import type { DestinationFacts } from './types';

/**
 * One of the candidates, always the same one for the same key, and all equally often over many keys. Kratix draws at
 * random; a drawing that can be repeated is not undone by a crash.
 */
export function pickDestination(
  key: string,
  candidates: readonly DestinationFacts[],
): DestinationFacts | undefined {
  let best: { rank: string; destination: DestinationFacts } | undefined;
  for (const destination of candidates) {
    const rank = md5Hex(`${key}/${destination.name}`);
    if (!best || rank < best.rank) best = { rank, destination };
  }
  return best?.destination;
}
