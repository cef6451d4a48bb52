import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { cloneValue } from '../values/cloneValue';
import { isObject } from '../values/isObject';
import { mapList, mapObject } from '../values/mapObject';

function defaultOrNull(value: unknown, node: SchemaNode | undefined): unknown {
  const replaced = value === null && node && !node.nullable && node.hasDefault;
  return replaced ? cloneValue(node.schema.default) : value;
}

/** Fills in defaults below what is present; a null that may not be null becomes the default. */
export function applyDefaults(
  value: unknown,
  node: SchemaNode | undefined,
): unknown {
  if (!node) return value;
  if (Array.isArray(value))
    return mapList(value, item =>
      applyDefaults(defaultOrNull(item, node.items), node.items),
    );
  if (!isObject(value)) return value;
  const present = mapObject(value, (key, child) => {
    const property = node.properties.get(key) ?? additionalNode(node);
    return applyDefaults(defaultOrNull(child, property), property);
  });
  const filled: [string, unknown][] = [];
  for (const [key, property] of node.defaulted) {
    if (Object.hasOwn(value, key)) continue;
    const copy = cloneValue(property.schema.default);
    filled.push([key, applyDefaults(copy, property)]);
  }
  return filled.length > 0
    ? Object.fromEntries([...Object.entries(present), ...filled])
    : present;
}
