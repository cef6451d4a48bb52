import type { PlacedFile } from '../../../children/types';
import type {
  DestinationFacts,
  PlacementFacts,
  WorkFacts,
} from '../../../scheduling/types';

/**
 * Files of a request where they are placed, and those of groups that have no place or are about to have another one:
 * they are still written by the pipelines. What an untrusted Destination says of itself counts for nothing.
 */
export function listPlacedFiles(options: {
  readonly works: readonly WorkFacts[];
  readonly placements: readonly PlacementFacts[];
  readonly destinations: readonly DestinationFacts[];
}): PlacedFile[] {
  const { works, placements, destinations } = options;
  const fulfilling = new Set(
    destinations
      .filter(
        ({ fulfilsRequests, state }) =>
          fulfilsRequests && state !== 'Untrusted',
      )
      .map(({ name }) => name),
  );
  const placed = placements
    .filter(({ removing }) => !removing)
    .flatMap(({ destination, desired }) =>
      desired.map(file => ({
        ...file,
        destination,
        fulfils: fulfilling.has(destination),
      })),
    );
  const known = new Set(placed.map(keyOf));
  const unplaced = works
    .flatMap(({ groups }) => groups)
    .flatMap(({ workloads }) => workloads)
    .filter(file => !known.has(keyOf(file)))
    .map(file => ({ ...file, fulfils: false }));
  return [...placed, ...unplaced];
}

function keyOf({ filepath, sha256 }: Pick<PlacedFile, 'filepath' | 'sha256'>) {
  return `${sha256} ${filepath}`;
}
