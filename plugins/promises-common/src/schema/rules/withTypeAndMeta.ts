import { compileNode } from '../nodes/compileNode';
import type { SchemaNode } from '../nodes/SchemaNode';

const text = compileNode({ type: 'string' });
const meta = compileNode({
  type: 'object',
  properties: { name: { type: 'string' }, generateName: { type: 'string' } },
});

/** A resource as rules see it: with apiVersion, kind and of metadata the name, whatever the schema declares. */
export function withTypeAndMeta(node: SchemaNode): SchemaNode {
  return {
    ...node,
    properties: new Map([
      ...node.properties,
      ['apiVersion', text],
      ['kind', text],
      ['metadata', meta],
    ]),
  };
}
