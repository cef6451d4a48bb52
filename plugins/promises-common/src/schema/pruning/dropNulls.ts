import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { isObject } from '../values/isObject';

/** Removes nulls of properties and map values that may be neither null nor become a default. */
export function dropNulls(
  value: unknown,
  node: SchemaNode | undefined,
): unknown {
  if (!node) return value;
  if (Array.isArray(value))
    return value.map(item => dropNulls(item, node.items));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => {
      const property = node.properties.get(key) ?? additionalNode(node);
      const dropped =
        child === null &&
        property &&
        !property.nullable &&
        !property.hasDefault;
      return dropped ? [] : [[key, dropNulls(child, property)]];
    }),
  );
}
