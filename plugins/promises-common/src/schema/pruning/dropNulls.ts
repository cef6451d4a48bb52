import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { isObject } from '../values/isObject';
import { isDroppedNull } from './isDroppedNull';
import { dropped, mapList, mapObject } from '../values/mapObject';

/** Removes nulls of properties and map values that may be neither null nor become a default. */
export function dropNulls(
  value: unknown,
  node: SchemaNode | undefined,
): unknown {
  if (!node) return value;
  if (Array.isArray(value))
    return mapList(value, item => dropNulls(item, node.items));
  if (!isObject(value)) return value;
  return mapObject(value, (key, child) => {
    const property = node.properties.get(key) ?? additionalNode(node);
    return isDroppedNull(child, property)
      ? dropped
      : dropNulls(child, property);
  });
}
