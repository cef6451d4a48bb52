import type { PlacedFile } from '../../../children/types';
import type {
  DestinationFacts,
  PlacementFacts,
  WorkFacts,
} from '../../../scheduling/types';

/**
 * Files of a request where they are placed, and those of groups that have no place or are about to have another one:
 * they are still written by the pipelines.
 */
export function listPlacedFiles(options: {
  readonly works: readonly WorkFacts[];
  readonly placements: readonly PlacementFacts[];
  readonly destinations: readonly DestinationFacts[];
}): PlacedFile[] {
  const { works, placements, destinations } = options;
  const fulfilling = new Set(
    destinations
      .filter(({ fulfilsRequests }) => fulfilsRequests)
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
  const produced = works
    .flatMap(({ groups }) => groups)
    .flatMap(({ workloads }) => workloads)
    .map(file => ({ ...file, destination: '', fulfils: false }));
  return [...placed, ...produced];
}
