import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { deepEqual } from '../values/deepEqual';
import { isObject } from '../values/isObject';
import { findListMapItem } from './findListMapItem';

/**
 * A value of a changed object together with the value that it was before, and the node that says how their children
 * belong together: by property, by key of a map, by the keys of a list-type map. Items of other lists do not.
 */
export class Correlation {
  readonly value: unknown;
  readonly oldValue: unknown;
  readonly #node: SchemaNode;
  readonly #children = new Map<string | number, Correlation | undefined>();
  #equal: boolean | undefined;

  constructor(value: unknown, oldValue: unknown, node: SchemaNode) {
    this.value = value;
    this.oldValue = oldValue;
    this.#node = node;
  }

  /** Whether nothing changed here. What the schema does not declare counts as changed; list maps may be reordered. */
  get equal(): boolean {
    this.#equal ??= this.#compare();
    return this.#equal;
  }

  /** The correlation of a property or of a key of a map. */
  property(key: string): Correlation | undefined {
    return this.#child(key, () => {
      const { value, oldValue } = this;
      if (!isObject(value) || !isObject(oldValue)) return undefined;
      if (!Object.hasOwn(value, key) || !Object.hasOwn(oldValue, key))
        return undefined;
      const node = this.#node.properties.get(key) ?? additionalNode(this.#node);
      return node && new Correlation(value[key], oldValue[key], node);
    });
  }

  /** The correlation of an item of a list of type map. */
  item(index: number): Correlation | undefined {
    return this.#child(index, () => {
      const { value, oldValue } = this;
      const { items } = this.#node;
      if (!items || !Array.isArray(value) || !Array.isArray(oldValue))
        return undefined;
      const old = findListMapItem(oldValue, value[index], this.#node);
      return old && new Correlation(value[index], old, items);
    });
  }

  #child(
    key: string | number,
    find: () => Correlation | undefined,
  ): Correlation | undefined {
    if (!this.#children.has(key)) this.#children.set(key, find());
    return this.#children.get(key);
  }

  #compare(): boolean {
    const { value, oldValue } = this;
    if (Array.isArray(value) && Array.isArray(oldValue)) {
      if (this.#node.schema['x-kubernetes-list-type'] !== 'map')
        return deepEqual(value, oldValue);
      return (
        value.length === oldValue.length &&
        value.every((_item, index) => this.item(index)?.equal)
      );
    }
    if (isObject(value) && isObject(oldValue)) {
      const keys = Object.keys(value);
      return (
        keys.length === Object.keys(oldValue).length &&
        keys.every(key => this.property(key)?.equal)
      );
    }
    return deepEqual(value, oldValue);
  }
}
