import type { FormNode, JsonObject } from '@promissory/plugin-promises-common';
import { emptyValueOf } from './emptyValueOf';

/**
 * An object with every object that it must have. A required object all of whose fields are optional could otherwise
 * never come to be: nobody would have a reason to touch it.
 */
export function withRequiredObjects(node: FormNode, value: unknown): unknown {
  if (
    node.widget.kind !== 'object' ||
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value)
  ) {
    return value;
  }
  const result: JsonObject = { ...value };
  for (const child of node.children()) {
    if (child.widget.kind === 'object') {
      if (child.key in result) {
        result[child.key] = withRequiredObjects(child, result[child.key]);
      } else if (child.required && child.defaultValue === undefined) {
        result[child.key] = emptyValueOf(child);
      }
    }
  }
  return result;
}
