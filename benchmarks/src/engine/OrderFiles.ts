import { findOrderFiles } from '../compound/findOrderFiles.ts';
import type { FileTree } from '../golden-path/GitRemote.ts';
import type { Order } from '../golden-path/readOrders.ts';

/** Files of an order in which its name is written `name` wherever it stands: what every copy of it has to look like. */
export class OrderFiles {
  static of(tree: FileTree, promise: string, order: Order): OrderFiles {
    const files = new Map(
      findOrderFiles(tree, promise, order).map(path => [
        path,
        tree.get(path)!.toString('utf8'),
      ]),
    );
    return new OrderFiles(files, order.name);
  }

  readonly #files: ReadonlyMap<string, string>;
  readonly #name: string;

  private constructor(files: ReadonlyMap<string, string>, name: string) {
    this.#files = files;
    this.#name = name;
  }

  get count(): number {
    return this.#files.size;
  }

  /** Path and content with another name. */
  named(name: string): ReadonlyMap<string, string> {
    return new Map(
      [...this.#files].map(([path, content]) => [
        path.replaceAll(this.#name, name),
        content.replaceAll(this.#name, name),
      ]),
    );
  }

  /** What of a copy is missing from a tree, or has another content. */
  compare(tree: FileTree, name: string): readonly string[] {
    return [...this.named(name)].flatMap(([path, content]) => {
      const found = tree.get(path);
      if (!found) return [`missing: ${path}`];
      return found.toString('utf8') === content ? [] : [`different: ${path}`];
    });
  }
}
