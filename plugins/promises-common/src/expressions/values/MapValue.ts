/** A CEL map or object. */
export abstract class MapValue {
  abstract get size(): number;
  abstract has(key: unknown): boolean;
  /** The value of a key; undefined where there is none. */
  abstract get(key: unknown): unknown;
  abstract keys(): readonly unknown[];

  /** Whether what cannot be selected is the same in another map; data below preserve-unknown-fields may be so. */
  equalsHidden(_other: MapValue): boolean {
    return true;
  }

  /** What `value.name` gives; undefined where there is nothing. The name is as it stands in the expression. */
  select(name: string): unknown {
    return this.get(name);
  }

  /** What `has(value.name)` says. */
  isSet(name: string): boolean {
    return this.select(name) !== undefined;
  }
}
