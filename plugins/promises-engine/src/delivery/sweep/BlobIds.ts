import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { readWorkloads } from '../placement/readWorkloads';

const CHUNK = 200;

/** Git's object ids of workloads by their sha256. Each is computed once: bytes at an address never change. */
export class BlobIds {
  readonly #knex: Knex;
  readonly #ids = new Map<string, string>();

  static create(options: { readonly knex: Knex }): BlobIds {
    return new BlobIds(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Ids of those whose bytes are in the database. */
  async of(addresses: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set(addresses);
    const missing = [...wanted].filter(address => !this.#ids.has(address));
    for (let start = 0; start < missing.length; start += CHUNK) {
      const contents = await readWorkloads(
        this.#knex,
        missing.slice(start, start + CHUNK),
      );
      for (const [address, content] of contents) {
        this.#ids.set(address, blobId(content));
      }
    }
    for (const address of this.#ids.keys()) {
      if (!wanted.has(address)) {
        this.#ids.delete(address);
      }
    }
    return this.#ids;
  }
}

/** What `git hash-object` answers. */
function blobId(content: Uint8Array): string {
  return createHash('sha1')
    .update(`blob ${content.byteLength}\0`)
    .update(content)
    .digest('hex');
}
