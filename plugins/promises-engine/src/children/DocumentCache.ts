import type { Knex } from 'knex';
import { readWorkloads } from '../delivery/placement/readWorkloads';
import { parseDocuments } from './parseDocuments';
import type { ParsedFile } from './types';

/** Bytes of the files whose documents are kept. */
const KEPT_BYTES = 32 * 1024 * 1024;
/** A file costs this much at least, however short it is. */
const LEAST_BYTES = 1024;

const GONE: ParsedFile = {
  problem: 'its bytes are not kept any more',
  isLost: true,
};

/** What is in files, by the hash of their bytes: each is read once by a process. */
export class DocumentCache {
  static create(options: { readonly keptBytes?: number } = {}): DocumentCache {
    return new DocumentCache(options.keptBytes ?? KEPT_BYTES);
  }

  readonly #keptBytes: number;
  readonly #files = new Map<
    string,
    { readonly parsed: ParsedFile; readonly bytes: number }
  >();
  #bytes = 0;

  private constructor(keptBytes: number) {
    this.#keptBytes = keptBytes;
  }

  /** The documents of files by {@link DocumentCache.key}; in a transaction that is given, where there is one. */
  async read(
    knex: Knex,
    files: ReadonlyArray<{
      readonly filepath: string;
      readonly sha256: string;
    }>,
  ): Promise<Map<string, ParsedFile>> {
    const found = new Map<string, ParsedFile>();
    const missing = new Map<string, { filepath: string; sha256: string }>();
    for (const file of files) {
      const key = DocumentCache.key(file);
      const known = this.#files.get(key);
      if (known) {
        this.#files.delete(key);
        this.#files.set(key, known);
        found.set(key, known.parsed);
      } else {
        missing.set(key, file);
      }
    }
    if (missing.size === 0) return found;
    const contents = await readWorkloads(
      knex,
      [...missing.values()].map(({ sha256 }) => sha256),
    );
    for (const [key, { filepath, sha256 }] of missing) {
      const content = contents.get(sha256);
      const parsed = content ? parseDocuments(filepath, content) : GONE;
      found.set(key, parsed);
      if (content) this.#keep(key, parsed, content.byteLength);
    }
    return found;
  }

  /** Takes note of a file whose bytes are not stored. */
  learn(
    file: { readonly filepath: string; readonly sha256: string },
    content: Uint8Array,
  ): void {
    this.#keep(
      DocumentCache.key(file),
      parseDocuments(file.filepath, content),
      content.byteLength,
    );
  }

  /** Files of the same bytes differ where one is JSON and one YAML. */
  static key(file: {
    readonly filepath: string;
    readonly sha256: string;
  }): string {
    return `${file.sha256}${/\.json$/i.test(file.filepath) ? '.json' : ''}`;
  }

  #keep(key: string, parsed: ParsedFile, length: number): void {
    const bytes = Math.max(length, LEAST_BYTES);
    if (this.#files.has(key)) return;
    this.#files.set(key, { parsed, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#files) {
      if (this.#bytes <= this.#keptBytes) break;
      this.#files.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}
