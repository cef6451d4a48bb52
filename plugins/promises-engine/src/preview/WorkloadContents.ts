import type { Knex } from 'knex';
import { readWorkloads } from '../delivery/placement/readWorkloads';
import { sha256Hex } from '../hash/sha256Hex';
import type { Workload } from '../workflow/types';

/** A longer file is told without its text. */
const LONGEST_TEXT = 64 * 1024;

/** Bytes that a preview came upon, by their address. */
export class WorkloadContents {
  static create(): WorkloadContents {
    return new WorkloadContents();
  }

  readonly #bytes = new Map<string, Uint8Array>();

  private constructor() {}

  /** Takes up what a pipeline wrote. */
  add(files: ReadonlyMap<string, Uint8Array>): Workload[] {
    return [...files].map(([filepath, content]) => {
      const sha256 = sha256Hex(content);
      this.#bytes.set(sha256, content);
      return { filepath, sha256 };
    });
  }

  /** Reads what is stored of the addresses that it does not have. */
  async load(knex: Knex, addresses: Iterable<string>): Promise<void> {
    const missing = [...addresses].filter(sha256 => !this.#bytes.has(sha256));
    const stored = await readWorkloads(knex, missing);
    stored.forEach((content, sha256) => this.#bytes.set(sha256, content));
  }

  /** Undefined for what is no text, or too long, or not kept. */
  text(sha256: string): string | undefined {
    const content = this.#bytes.get(sha256);
    if (!content || content.byteLength > LONGEST_TEXT) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      return undefined;
    }
  }
}
