import type { EntityFile } from './types';
import { parseEntityFile } from './parseEntityFile';

const FILES = 5_000;

/** Files by the hash of their bytes: what did not change is not read again. The oldest go first. */
export class EntityFileCache {
  readonly #files = new Map<string, EntityFile>();

  static create(): EntityFileCache {
    return new EntityFileCache();
  }

  private constructor() {}

  /** Reads those that are not known. */
  async load(
    hashes: readonly string[],
    read: (missing: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>,
  ): Promise<(sha256: string) => EntityFile | undefined> {
    const files = new Map<string, EntityFile>();
    for (const hash of hashes) {
      const known = this.#files.get(hash);
      if (known) files.set(hash, known);
    }
    const missing = hashes.filter(hash => !files.has(hash));
    if (missing.length > 0) {
      for (const [hash, content] of await read(missing)) {
        const file = parseEntityFile(content.toString('utf8'));
        files.set(hash, file);
        this.#keep(hash, file);
      }
    }
    return hash => files.get(hash);
  }

  #keep(hash: string, file: EntityFile): void {
    this.#files.set(hash, file);
    if (this.#files.size > FILES) {
      const [oldest] = this.#files.keys();
      this.#files.delete(oldest);
    }
  }
}
