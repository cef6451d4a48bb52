import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { deepEqual } from '../values/deepEqual';
import { isObject } from '../values/isObject';

/**
 * A value of a changed object together with the value that it was before, and the node that says how their children
 * belong together: by property, by key of a map, by the keys of a list-type map. Items of other lists do not.
 */
export class Correlation {
  readonly value: unknown;
  readonly oldValue: unknown;
  readonly #node: SchemaNode | undefined;
  #equal: boolean | undefined;

  constructor(value: unknown, oldValue: unknown, node: SchemaNode | undefined) {
    this.value = value;
    this.oldValue = oldValue;
    this.#node = node;
  }

  /** Whether nothing changed here. */
  get equal(): boolean {
    this.#equal ??= deepEqual(this.value, this.oldValue);
    return this.#equal;
  }

  /** The correlation of a property or of a key of a map. */
  property(key: string): Correlation | undefined {
    const { value, oldValue } = this;
    if (!isObject(value) || !isObject(oldValue)) return undefined;
    if (this.#node?.schema['x-kubernetes-map-type'] === 'atomic')
      return undefined;
    if (!Object.hasOwn(value, key) || !Object.hasOwn(oldValue, key))
      return undefined;
    const child = this.#node?.properties.get(key) ?? additionalNode(this.#node);
    return child && new Correlation(value[key], oldValue[key], child);
  }

  /** The correlation of an item of a list of type map. */
  item(index: number): Correlation | undefined {
    const { value, oldValue } = this;
    if (!Array.isArray(value) || !Array.isArray(oldValue)) return undefined;
    const schema = this.#node?.schema;
    if (schema?.['x-kubernetes-list-type'] !== 'map') return undefined;
    const keys = schema['x-kubernetes-list-map-keys'] ?? [];
    const item: unknown = value[index];
    if (!isObject(item)) return undefined;
    const old = oldValue.find(
      other =>
        isObject(other) && keys.every(key => deepEqual(other[key], item[key])),
    );
    return old === undefined
      ? undefined
      : new Correlation(item, old, this.#node?.items);
  }
}
