import { identityOfKey } from './identityOfKey';
import { MapValue } from './MapValue';

/** A map that an expression made; keys may be texts, numbers and booleans. */
export class LiteralMap extends MapValue {
  readonly #entries = new Map<string, readonly [unknown, unknown]>();

  constructor(entries: Iterable<readonly [unknown, unknown]>) {
    super();
    for (const [key, value] of entries)
      this.#entries.set(identityOfKey(key) ?? '', [key, value]);
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: unknown): boolean {
    return this.#entries.has(identityOfKey(key) ?? '');
  }

  get(key: unknown): unknown {
    return this.#entries.get(identityOfKey(key) ?? '')?.[1];
  }

  keys(): readonly unknown[] {
    return [...this.#entries.values()].map(([key]) => key);
  }
}
