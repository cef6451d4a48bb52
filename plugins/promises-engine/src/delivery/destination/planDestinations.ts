import type { TreeChange } from '../git/types';
import { checkStorePath } from '../git/checkStorePath';
import type { Verdict } from '../store/types';
import { canaryFiles } from './canaryFiles';
import { claimPath, formatClaim, parseClaim } from './claim';
import { givenVerdict } from './givenVerdict';
import type { StoreDestination } from './types';

const written: Verdict = {
  ready: true,
  reason: 'TestDocumentsWritten',
  message: 'Test documents written to State Store',
};

const ready: Verdict = {
  ready: true,
  reason: 'DestinationReady',
  message: 'Destination is ready',
};

const beingRemoved: Verdict = {
  ready: false,
  reason: 'DestinationRemoving',
  message: 'Destination is being removed',
};

/** What a Destination needs in the store beside placements, and whether it can be written to. */
export interface DestinationPlan {
  readonly change: TreeChange;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Destinations that are being removed and have nothing left here. */
  readonly vacated: readonly string[];
}

/** Paths of a Destination that are read before it is planned. */
export function destinationPaths(destination: StoreDestination): string[] {
  const { root, spec } = destination;
  return [
    claimPath(root),
    ...canaryFiles({ root, mode: spec.filepath.mode }).map(file => file.path),
  ];
}

/** Folders of a Destination that have to be folders: its own, those above it and those for placements. */
export function destinationFolders({ root }: StoreDestination): string[] {
  const segments = root === '' ? [] : root.split('/');
  const above = segments.map((_, index) =>
    segments.slice(0, index + 1).join('/'),
  );
  return [
    ...above,
    ...['resources', 'dependencies'].map(name => [...segments, name].join('/')),
  ];
}

/** Decides claims and test documents from what is in the store. Doing it twice changes nothing. */
export function planDestinations(options: {
  readonly destinations: readonly StoreDestination[];
  /** Files of the branch, of those that `destinationPaths` and `destinationFolders` name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly claimant: string;
  /** Destinations that still have placements. */
  readonly occupied: ReadonlySet<string>;
}): DestinationPlan {
  const verdicts = new Map<string, Verdict>();
  const vacated: string[] = [];
  const writes = new Map<string, Uint8Array>();
  const removals = new Set<string>();
  for (const destination of options.destinations) {
    const { row, spec, root } = destination;
    const blocked = judgeDestination(destination, options);
    if (blocked) {
      verdicts.set(row.name, blocked);
      continue;
    }
    const canaries = canaryFiles({ root, mode: spec.filepath.mode });
    const leaving = row.state === 'Removing';
    if (leaving && options.occupied.has(row.name)) {
      verdicts.set(row.name, beingRemoved);
      continue;
    }
    const wanted = new Map<string, Uint8Array>();
    if (!leaving) {
      wanted.set(claimPath(root), formatClaim(options.claimant));
      if (spec.initWorkloads.enabled) {
        canaries.forEach(({ path, content }) => wanted.set(path, content));
      }
    }
    for (const path of destinationPaths(destination)) {
      const content = wanted.get(path);
      const present = options.files.get(path);
      if (content && !(present && Buffer.from(content).equals(present))) {
        writes.set(path, content);
      }
      if (!content && present) {
        removals.add(path);
      }
    }
    if (leaving) {
      vacated.push(row.name);
      verdicts.set(row.name, beingRemoved);
    } else {
      verdicts.set(row.name, spec.initWorkloads.enabled ? written : ready);
    }
  }
  return {
    change: {
      removals: [...removals],
      writes: [...writes].map(([path, content]) => ({ path, content })),
    },
    verdicts,
    vacated,
  };
}

/** Why nothing may be written to a Destination, if so. */
function judgeDestination(
  destination: StoreDestination,
  options: {
    readonly files: ReadonlyMap<string, Uint8Array>;
    readonly claimant: string;
  },
): Verdict | undefined {
  const { row, root, spec } = destination;
  const given = givenVerdict(row);
  if (given) {
    return given;
  }
  const problem = root === '' ? undefined : checkStorePath(root);
  if (problem) {
    return {
      ready: false,
      reason: 'PathRefused',
      message: `spec.path of Destination ${row.name} ${problem}`,
    };
  }
  if (spec.filepath.mode !== 'nestedByMetadata') {
    return {
      ready: false,
      reason: 'FilepathModeNotSupported',
      message: `spec.filepath.mode ${spec.filepath.mode} of Destination ${row.name} is not supported yet; use nestedByMetadata`,
    };
  }
  const file = destinationFolders(destination).find(folder =>
    options.files.has(folder),
  );
  if (file && row.state !== 'Removing') {
    return {
      ready: false,
      reason: 'PathOccupied',
      message: `${file} is a file in the store, and Destination ${row.name} needs a folder there; move the file away, or choose another spec.path`,
    };
  }
  const claim = options.files.get(claimPath(root));
  const holder = claim && parseClaim(claim);
  if (holder !== undefined && holder !== options.claimant) {
    return {
      ready: false,
      reason: 'DestinationClaimed',
      message: `${
        root || 'The root'
      } is claimed by ${holder}; choose another spec.path for Destination ${
        row.name
      }, or delete ${claimPath(root)} from the store to take it over`,
    };
  }
  return undefined;
}
