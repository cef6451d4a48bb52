import { checkStorePath } from '../git/checkStorePath';
import { isBelow } from '../git/isBelow';
import type { TreeChange } from '../git/types';
import { formerRoot } from './formerRoot';
import type { DuePlacement, PlacementProblem } from './types';

/**
 * What a placement changes: its whole folder is replaced, as Kratix does, or removed. Every path is checked, whatever
 * was checked before.
 */
export function placementChange(options: {
  readonly placement: DuePlacement;
  /** Folder of its Destination from the root of the store; none where that is in another store now. */
  readonly root: string | undefined;
  /** Bytes by sha256. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}): TreeChange | PlacementProblem {
  const { placement, root, contents } = options;
  const { id, path, destination } = placement.row;
  const refuse = (message: string): PlacementProblem => ({
    id,
    reason: 'PathRefused',
    message,
  });
  const folder = path.replace(/\/+$/, '');
  const problem = checkStorePath(folder);
  if (problem) {
    return refuse(`Folder ${JSON.stringify(path)} ${problem}`);
  }
  // Below the Destination, and in a folder of its own: replacing it touches nobody else's files. What is to be removed
  // may be where the Destination was before.
  const places = [
    root,
    placement.row.removing ? formerRoot(placement.row) : undefined,
  ];
  if (
    !places.some(place => place !== undefined && isOwnFolder(folder, place))
  ) {
    return refuse(
      `Folder ${JSON.stringify(
        path,
      )} is not a placement's folder below ${JSON.stringify(
        root ?? '',
      )} of Destination ${destination}`,
    );
  }
  const writes = new Map<string, Uint8Array>();
  for (const { filepath, sha256 } of placement.desired) {
    const wrong =
      checkStorePath(filepath) ?? checkStorePath(`${folder}/${filepath}`);
    if (wrong) {
      return refuse(`File ${JSON.stringify(filepath)} ${wrong}`);
    }
    const content = contents.get(sha256);
    if (!content) {
      return {
        id,
        reason: 'WorkloadMissing',
        message: `The content of ${JSON.stringify(
          filepath,
        )} (sha256 ${sha256}) is not in the database; reconcile the request to make it anew`,
      };
    }
    writes.set(`${folder}/${filepath}`, content);
  }
  const clash = findClash([...writes.keys()]);
  if (clash) {
    return refuse(
      `${JSON.stringify(
        clash.file,
      )} is a file and also the folder of ${JSON.stringify(clash.below)}`,
    );
  }
  return {
    removals: [folder],
    writes: [...writes].map(([file, content]) => ({ path: file, content })),
  };
}

function isOwnFolder(folder: string, root: string): boolean {
  const inside = root === '' ? folder : folder.slice(root.length + 1);
  return (
    isBelow(folder, root) && /^(resources|dependencies)\/[^/]+\/./.test(inside)
  );
}

function findClash(
  paths: readonly string[],
): { readonly file: string; readonly below: string } | undefined {
  const files = new Set(paths);
  for (const below of paths) {
    for (
      let slash = below.lastIndexOf('/');
      slash > 0;
      slash = below.lastIndexOf('/', slash - 1)
    ) {
      const file = below.slice(0, slash);
      if (files.has(file)) {
        return { file, below };
      }
    }
  }
  return undefined;
}
