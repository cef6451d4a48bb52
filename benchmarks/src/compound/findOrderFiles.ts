import type { FileTree } from '../golden-path/GitRemote.ts';
import type { Order } from '../golden-path/readOrders.ts';

/** Paths of a clone that an order of a Promise has, its children's aside. */
export function findOrderFiles(
  tree: FileTree,
  promise: string,
  { namespace, name }: Order,
): readonly string[] {
  const folder = `/resources/${namespace}/${promise}/${name}/`;
  return [...tree.keys()].filter(path => path.includes(folder));
}
