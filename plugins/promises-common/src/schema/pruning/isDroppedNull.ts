import type { SchemaNode } from '../nodes/SchemaNode';

/** Whether a value is a null that may be neither null nor become a default. */
export function isDroppedNull(
  value: unknown,
  node: SchemaNode | undefined,
): boolean {
  return (
    value === null && node !== undefined && !node.nullable && !node.hasDefault
  );
}
