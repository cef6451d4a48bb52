import type { PreviewedFile } from '@promissory/plugin-promises-common';
import { posix } from 'node:path';
import type {
  PlacementFacts,
  UnscheduledGroup,
  WorkFacts,
} from '../scheduling/types';

/** A file with the addresses of its bytes before and after. */
export type ComparedFile = Pick<
  PreviewedFile,
  'destination' | 'path' | 'change'
> & { readonly before?: string; readonly after?: string };

/** Where files are now and where they would be, by Destination and path; last those that no Destination takes. */
export function compareFiles(options: {
  readonly before: readonly PlacementFacts[];
  readonly after: readonly PlacementFacts[];
  readonly works: readonly WorkFacts[];
  readonly unscheduled: readonly UnscheduledGroup[];
}): ComparedFile[] {
  const before = byPlace(options.before);
  const after = byPlace(options.after);
  const places = new Map([...before, ...after]);
  const files = [...places.keys()].sort().map(place => {
    const was = before.get(place);
    const will = after.get(place);
    const { destination, path } = places.get(place)!;
    return {
      destination,
      path,
      change: changeOf(was?.sha256, will?.sha256),
      before: was?.sha256,
      after: will?.sha256,
    };
  });
  return [...files, ...unplaced(options)];
}

function changeOf(
  before: string | undefined,
  after: string | undefined,
): PreviewedFile['change'] {
  if (before === undefined) return 'Added';
  if (after === undefined) return 'Removed';
  return before === after ? 'Unchanged' : 'Changed';
}

function byPlace(placements: readonly PlacementFacts[]) {
  return new Map(
    placements
      .filter(({ removing }) => !removing)
      .flatMap(({ destination, path, desired }) =>
        desired.map(({ filepath, sha256 }) => {
          const whole = posix.join(path, filepath);
          return [
            JSON.stringify([destination, whole]),
            { destination, path: whole, sha256 },
          ] as const;
        }),
      ),
  );
}

function unplaced(options: {
  readonly works: readonly WorkFacts[];
  readonly unscheduled: readonly UnscheduledGroup[];
}): ComparedFile[] {
  return options.unscheduled.flatMap(({ workName, groupId }) => {
    const work = options.works.find(({ name }) => name === workName);
    const group = work?.groups.find(({ id }) => id === groupId);
    return (group?.workloads ?? []).map(({ filepath, sha256 }) => ({
      destination: '',
      path: filepath,
      change: 'Added' as const,
      after: sha256,
    }));
  });
}
