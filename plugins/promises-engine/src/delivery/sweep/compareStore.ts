import type { TreeEntry } from '../git/types';

/** A placement as it should be in the store. */
export interface ExpectedPlacement {
  readonly id: string;
  readonly path: string;
  /** Object id of each file by its path inside the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** How a store differs from what should be there. */
export interface StoreComparison {
  /** Placements with a file that is missing, changed or too much. */
  readonly damaged: readonly string[];
  /** Files below a Destination that belong to nobody here; they are left alone. */
  readonly foreign: readonly string[];
}

/** Compares a store's files with the placements that are written there. */
export function compareStore(options: {
  readonly entries: readonly TreeEntry[];
  readonly expected: readonly ExpectedPlacement[];
  /** Folders that other placements are about to change. */
  readonly pendingPaths: ReadonlySet<string>;
  /** Folders of Destinations. */
  readonly roots: readonly string[];
  /** Claims and test documents. */
  readonly ownFiles: ReadonlySet<string>;
}): StoreComparison {
  const expectedAt = new Map(
    options.expected.map(placement => [placement.path, placement]),
  );
  const seen = new Map<string, number>();
  const damaged = new Set<string>();
  const foreign: string[] = [];
  for (const { path, blob } of options.entries) {
    const folder = findFolder(
      path,
      candidate =>
        expectedAt.has(candidate) || options.pendingPaths.has(candidate),
    );
    const placement = folder === undefined ? undefined : expectedAt.get(folder);
    if (placement && folder !== undefined) {
      if (placement.files.get(path.slice(folder.length + 1)) === blob) {
        seen.set(placement.id, (seen.get(placement.id) ?? 0) + 1);
      } else {
        damaged.add(placement.id);
      }
    } else if (
      folder === undefined &&
      !options.ownFiles.has(path) &&
      options.roots.some(root => root === '' || path.startsWith(`${root}/`))
    ) {
      foreign.push(path);
    }
  }
  for (const placement of options.expected) {
    if ((seen.get(placement.id) ?? 0) !== placement.files.size) {
      damaged.add(placement.id);
    }
  }
  return { damaged: [...damaged], foreign };
}

function findFolder(
  path: string,
  isFolder: (candidate: string) => boolean,
): string | undefined {
  for (
    let slash = path.lastIndexOf('/');
    slash > 0;
    slash = path.lastIndexOf('/', slash - 1)
  ) {
    const candidate = path.slice(0, slash);
    if (isFolder(candidate)) {
      return candidate;
    }
  }
  return undefined;
}
