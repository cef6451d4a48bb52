import type { PlacedFile } from '../../../children/types';
import type {
  DestinationFacts,
  PlacementFacts,
  WorkFacts,
} from '../../../scheduling/types';
import { matchesDestination } from '../../../scheduling/matchesDestination';
import { resolveSelectors } from '../../../scheduling/resolveSelectors';
import { unusableDestination } from '../../../scheduling/unusableDestination';
import type { WorkloadGroup } from '../../../workflow/types';

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
  const mayFulfil = (workId: string, { id, selectors }: WorkloadGroup) => {
    const held = placements.filter(
      placement =>
        placement.workId === workId &&
        placement.groupId === id &&
        !placement.removing,
    );
    const targets =
      held.length > 0
        ? held.map(({ destination }) => destination)
        : findUsable(selectors, destinations);
    return (
      targets.length === 0 || targets.some(target => fulfilling.has(target))
    );
  };
  const unplaced = works
    .flatMap(({ id, groups }) => groups.map(group => ({ id, group })))
    .flatMap(({ id, group }) =>
      group.workloads
        .filter(file => !known.has(keyOf(file)))
        .map(file => ({
          ...file,
          fulfils: false,
          ...(mayFulfil(id, group) ? { isAwaited: true as const } : {}),
        })),
    );
  return [...placed, ...unplaced];
}

function findUsable(
  selectors: WorkloadGroup['selectors'],
  destinations: readonly DestinationFacts[],
): string[] {
  const labels = resolveSelectors(selectors);
  return destinations
    .filter(
      destination =>
        matchesDestination(labels, destination) &&
        unusableDestination(destination) === undefined,
    )
    .map(({ name }) => name);
}

function keyOf({ filepath, sha256 }: Pick<PlacedFile, 'filepath' | 'sha256'>) {
  return `${sha256} ${filepath}`;
}
