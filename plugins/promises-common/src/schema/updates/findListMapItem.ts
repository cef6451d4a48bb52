import type { SchemaNode } from '../nodes/SchemaNode';
import { deepEqual } from '../values/deepEqual';
import { isObject } from '../values/isObject';
import type { JsonObject } from '../../kratix';

/** The item of an old list of type map that has the keys of a new item; undefined for other lists. */
export function findListMapItem(
  oldList: readonly unknown[],
  item: unknown,
  { schema }: SchemaNode,
): JsonObject | undefined {
  if (schema['x-kubernetes-list-type'] !== 'map' || !isObject(item))
    return undefined;
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const complete = keys.every(key => Object.hasOwn(item, key));
  if (keys.length === 0 || !complete) return undefined;
  return oldList
    .filter(isObject)
    .find(old =>
      keys.every(
        key => Object.hasOwn(old, key) && deepEqual(old[key], item[key]),
      ),
    );
}
