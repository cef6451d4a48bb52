import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type Node,
} from 'yaml';

/**
 * Writes a value into a YAML text and leaves everything else as it is: comments, order, quotes. A text that cannot be
 * read gives way to a new one. @public
 */
export function patchYaml(text: string, value: unknown): string {
  const document: Document = parseDocument(text);
  if (document.errors.length > 0 || document.contents === null) {
    return stringify(value);
  }
  document.contents = patched(document, document.contents, value);
  return document.toString();
}

function patched(document: Document, node: Node, value: unknown) {
  if (isMap(node) && isRecord(value)) {
    for (const { key } of [...node.items]) {
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name === undefined || !Object.hasOwn(value, name)) {
        node.delete(key);
      }
    }
    for (const [key, item] of Object.entries(value)) {
      const before = node.get(key, true) as Node | undefined;
      node.set(
        key,
        before ? patched(document, before, item) : document.createNode(item),
      );
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    node.items = value.map((item, index) => {
      const before = node.items[index] as Node | undefined;
      return before
        ? patched(document, before, item)
        : document.createNode(item);
    });
    return node;
  }
  if (isScalar(node) && !isRecord(value) && !Array.isArray(value)) {
    if (node.value !== value) {
      node.value = value;
      // What was written before, for example quotes or 0x10, belonged to the value before.
      delete node.source;
      node.type = undefined;
      delete node.format;
    }
    return node;
  }
  return document.createNode(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
