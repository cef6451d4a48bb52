import type { FormNode, JsonObject } from '@promissory/plugin-promises-common';

/** What stands at a field that has just been added: as little as its schema allows, but with what is required of objects. */
export function emptyValueOf(node: FormNode): unknown {
  if (node.defaultValue !== undefined) {
    return node.defaultValue;
  }
  switch (node.widget.kind) {
    case 'object':
      return requiredObjects(node);
    case 'map':
      return {};
    case 'list':
      return [];
    case 'text':
    case 'int-or-string':
    case 'quantity':
    case 'duration':
      return '';
    case 'switch':
      return false;
    case 'yaml':
      return node.schema.type === 'array' ? [] : {};
    default:
      return null;
  }
}

function requiredObjects(node: FormNode): JsonObject {
  return Object.fromEntries(
    node
      .children()
      .filter(child => child.required && child.widget.kind === 'object')
      .map(child => [child.key, emptyValueOf(child)]),
  );
}
