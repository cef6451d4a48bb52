import type { FileTree } from '../../golden-path/GitRemote.ts';
import { expectedFiles } from './expectedFiles.ts';
import type { Order } from './Order.ts';

/** What a clone has to hold. */
export interface ExpectedTree {
  readonly files: FileTree;
  /** Bytes of earlier generations of a path. */
  readonly superseded: ReadonlyMap<string, readonly string[]>;
}

/** The tree from the orders alone, over the files that are there for another reason. */
export function expectedTree(
  orders: readonly Order[],
  others: FileTree,
): ExpectedTree {
  const files = new Map(others);
  const superseded = new Map<string, string[]>();
  for (const { promise, name, specs, deleted } of orders) {
    const generations = specs.map(spec =>
      expectedFiles({ promise, name, spec }),
    );
    const current = deleted ? undefined : generations.at(-1);
    current?.forEach((content, path) => files.set(path, Buffer.from(content)));
    for (const generation of generations.slice(0, deleted ? undefined : -1)) {
      generation.forEach((content, path) =>
        superseded.set(path, [...(superseded.get(path) ?? []), content]),
      );
    }
  }
  return { files, superseded };
}
