import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import type { FieldPathStep } from './CompiledRule';
import { splitFieldPath } from './splitFieldPath';

/** The steps of a fieldPath; undefined where it does not lead to a field of the schema. */
export function parseFieldPath(
  source: string,
  node: SchemaNode,
): readonly FieldPathStep[] | undefined {
  const steps: FieldPathStep[] = [];
  let at: SchemaNode | undefined = node;
  for (const key of splitFieldPath(source) ?? []) {
    if (!at) return undefined;
    const declared: boolean = at.schema.properties !== undefined;
    at = declared ? at.properties.get(key) : additionalNode(at);
    steps.push({ key, mapKey: !declared });
  }
  return at && steps.length > 0 ? steps : undefined;
}
