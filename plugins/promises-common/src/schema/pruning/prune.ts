import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { isObject } from '../values/isObject';
import { dropped, mapList, mapObject } from '../values/mapObject';
import { dropNulls } from './dropNulls';
import { isDroppedNull } from './isDroppedNull';

const META_FIELDS = ['apiVersion', 'kind', 'metadata'];

/** A property or a value of a map: a null that may not be there goes with what is not declared. */
function pruneChild(child: unknown, node: SchemaNode | undefined): unknown {
  return isDroppedNull(child, node) ? dropped : prune(child, node);
}

/** Of a resource these are known whatever the schema declares, so nothing in them is undeclared. */
function keepMeta(child: unknown, node: SchemaNode | undefined): unknown {
  return isDroppedNull(child, node) ? dropped : dropNulls(child, node);
}

/** Below preserve-unknown-fields nothing is removed except inside of what is declared. */
function pruneDeclared(value: unknown, node: SchemaNode | undefined): unknown {
  if (!node) return value;
  if (Array.isArray(value))
    return mapList(value, item => pruneDeclared(item, node.items));
  if (!isObject(value)) return value;
  return mapObject(value, (key, child) => {
    const property = node.properties.get(key);
    if (node.embedded && META_FIELDS.includes(key))
      return keepMeta(child, property ?? additionalNode(node));
    if (property) return pruneChild(child, property);
    return node.additional === undefined
      ? child
      : pruneChild(child, additionalNode(node));
  });
}

/**
 * Removes what a schema does not know, and nulls that may be neither null nor become a default.
 * `additionalProperties: true` keeps the keys of a map and empties the objects below, as the API server does.
 *
 * @param node - undefined where nothing is known
 */
export function prune(value: unknown, node: SchemaNode | undefined): unknown {
  if (node?.preservesUnknown) return pruneDeclared(value, node);
  if (Array.isArray(value))
    return mapList(value, item => prune(item, node?.items));
  if (!isObject(value)) return value;
  if (!node) return Object.keys(value).length === 0 ? value : {};
  return mapObject(value, (key, child) => {
    const property = node.properties.get(key);
    if (node.embedded && META_FIELDS.includes(key))
      return keepMeta(child, property ?? additionalNode(node));
    if (property) return pruneChild(child, property);
    return node.additional === undefined
      ? dropped
      : pruneChild(child, additionalNode(node));
  });
}
