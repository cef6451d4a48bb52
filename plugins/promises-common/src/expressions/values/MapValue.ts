/** A CEL map or object. */
export abstract class MapValue {
  abstract get size(): number;
  abstract has(key: unknown): boolean;
  /** The value of a key; undefined where there is none. */
  abstract get(key: unknown): unknown;
  abstract keys(): readonly unknown[];

  /** What `has(value.key)` says. */
  isSet(key: string): boolean {
    return this.has(key);
  }
}
