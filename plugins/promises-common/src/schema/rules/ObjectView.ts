import { unescapeField } from '../../expressions/evaluation/unescapeField';
import { MapValue } from '../../expressions/values/MapValue';
import type { JsonObject } from '../../kratix';
import { deepEqual } from '../values/deepEqual';
import type { SchemaNode } from '../nodes/SchemaNode';

/**
 * An object with properties as rules see it: only what the schema declares, and null counts as absent. Names stand
 * escaped in expressions (`__in__`).
 */
export class ObjectView extends MapValue {
  readonly #object: JsonObject;
  readonly #properties: ReadonlyMap<string, SchemaNode>;
  readonly #convert: (value: unknown, node: SchemaNode) => unknown;
  readonly #converted = new Map<string, unknown>();

  constructor(
    object: JsonObject,
    properties: ReadonlyMap<string, SchemaNode>,
    convert: (value: unknown, node: SchemaNode) => unknown,
  ) {
    super();
    this.#object = object;
    this.#properties = properties;
    this.#convert = convert;
  }

  get size(): number {
    return Object.keys(this.#object).length;
  }

  has(key: unknown): boolean {
    return this.get(key) !== undefined;
  }

  get(key: unknown): unknown {
    if (typeof key !== 'string') return undefined;
    const node = this.#properties.get(key);
    const value = Object.hasOwn(this.#object, key)
      ? this.#object[key]
      : undefined;
    if (!node || value === null || value === undefined) return undefined;
    if (!this.#converted.has(key))
      this.#converted.set(key, this.#convert(value, node));
    return this.#converted.get(key);
  }

  override equalsHidden(other: MapValue): boolean {
    if (!(other instanceof ObjectView)) return true;
    return Object.keys(this.#object)
      .filter(key => !this.#properties.has(key))
      .every(
        key =>
          !Object.hasOwn(other.#object, key) ||
          deepEqual(this.#object[key], other.#object[key]),
      );
  }

  override select(name: string): unknown {
    return this.get(unescapeField(name));
  }

  keys(): readonly string[] {
    return Object.keys(this.#object).filter(key => this.#properties.has(key));
  }
}
