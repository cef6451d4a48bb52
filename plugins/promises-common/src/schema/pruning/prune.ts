import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { isObject } from '../values/isObject';

const META_FIELDS = ['apiVersion', 'kind', 'metadata'];

type Keep = (key: string, value: unknown) => readonly [string, unknown][];

const mapEntries = (object: object, keep: Keep) =>
  Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => keep(key, value)),
  );

/** Below preserve-unknown-fields nothing is removed except inside of what is declared. */
function pruneDeclared(value: unknown, node: SchemaNode | undefined): unknown {
  if (!node) return value;
  if (Array.isArray(value))
    return value.map(item => pruneDeclared(item, node.items));
  if (!isObject(value)) return value;
  return mapEntries(value, (key, child) => {
    if (node.embedded && META_FIELDS.includes(key)) return [[key, child]];
    const property = node.properties.get(key);
    if (property) return [[key, prune(child, property)]];
    return node.additional === undefined
      ? [[key, child]]
      : [[key, prune(child, additionalNode(node))]];
  });
}

/**
 * Removes what a schema does not know. `additionalProperties: true` keeps the keys of a map and empties the objects
 * below, as the API server does.
 *
 * @param node - undefined where nothing is known
 */
export function prune(value: unknown, node: SchemaNode | undefined): unknown {
  if (node?.preservesUnknown) return pruneDeclared(value, node);
  if (Array.isArray(value)) return value.map(item => prune(item, node?.items));
  if (!isObject(value)) return value;
  if (!node) return {};
  return mapEntries(value, (key, child) => {
    if (node.embedded && META_FIELDS.includes(key)) return [[key, child]];
    const property = node.properties.get(key);
    if (property) return [[key, prune(child, property)]];
    return node.additional === undefined
      ? []
      : [[key, prune(child, additionalNode(node))]];
  });
}
