import type { StructuralSchema } from '../types';
import { isObject } from '../values/isObject';
import { readSchema } from './readSchema';

/**
 * Takes a whole schema from outside: every node has the shapes that the types promise.
 *
 * @throws InvalidSchemaError
 */
export function readSchemaTree(schema: unknown, path = ''): StructuralSchema {
  const node = readSchema(schema, path);
  const read = (child: unknown, part: string) =>
    readSchemaTree(child, path ? `${path}.${part}` : part);
  for (const [key, child] of Object.entries(node.properties ?? {}))
    read(child, `properties[${key}]`);
  if (isObject(node.additionalProperties))
    read(node.additionalProperties, 'additionalProperties');
  if (node.items) read(node.items, 'items');
  if (node.not) read(node.not, 'not');
  for (const keyword of ['anyOf', 'oneOf', 'allOf'] as const)
    node[keyword]?.forEach((one, index) => read(one, `${keyword}[${index}]`));
  return node;
}
