import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { cloneValue } from '../values/cloneValue';
import { isObject } from '../values/isObject';

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
  if (Array.isArray(value)) {
    return value.map(item =>
      applyDefaults(defaultOrNull(item, node.items), node.items),
    );
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => {
    const property = node.properties.get(key) ?? additionalNode(node);
    return [key, applyDefaults(defaultOrNull(child, property), property)];
  });
  for (const [key, property] of node.properties) {
    if (!property.hasDefault || Object.hasOwn(value, key)) continue;
    const filled = cloneValue(property.schema.default);
    entries.push([key, applyDefaults(filled, property)]);
  }
  return Object.fromEntries(entries);
}
