import type { SchemaNode } from './SchemaNode';

/** The node of the values of a map; undefined where there is no schema for them. */
export function additionalNode(
  node: SchemaNode | undefined,
): SchemaNode | undefined {
  return typeof node?.additional === 'object' ? node.additional : undefined;
}
