import { InputError } from '@backstage/errors';
import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { isObject } from '../values/isObject';
import { mapList, mapObject } from '../values/mapObject';
import { coerceMetadata } from './coerceMetadata';

/**
 * Types and metadata of a resource and of those embedded in it, as the API server decodes them.
 *
 * @throws InputError where one has another type
 */
export function coerceResources(
  value: unknown,
  node: SchemaNode | undefined,
  path = '',
): unknown {
  if (!node?.holdsResources) return value;
  if (Array.isArray(value))
    return mapList(value, (item, index) =>
      coerceResources(item, node.items, `${path}[${index}]`),
    );
  if (!isObject(value)) return value;
  return mapObject(value, (key, child) => {
    const at = path ? `${path}.${key}` : key;
    const property = node.properties.get(key) ?? additionalNode(node);
    if (node.embedded && key === 'metadata') return coerceMetadata(child, at);
    const isType = node.embedded && (key === 'apiVersion' || key === 'kind');
    if (isType && typeof child !== 'string')
      throw new InputError(`${at} must be text`);
    return coerceResources(child, property, at);
  });
}
