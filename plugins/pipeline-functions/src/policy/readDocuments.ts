import { KUBERNETES_YAML } from '@promissory/plugin-promises-common';
import { parseAllDocuments } from 'yaml';
import type { RenderedDocument, UnreadableFile } from './types';

/**
 * The documents of all YAML and JSON files in the order of their paths; the items of a List are documents of their own.
 * What is no mapping is no document. Files and folders of `ignore` are left out.
 */
export function readDocuments(
  output: ReadonlyMap<string, Uint8Array>,
  ignore: readonly string[],
): {
  readonly documents: readonly RenderedDocument[];
  readonly unreadable: readonly UnreadableFile[];
} {
  const documents: RenderedDocument[] = [];
  const unreadable: UnreadableFile[] = [];
  const ignored = ignore.map(path => path.replace(/\/+$/, ''));
  for (const file of [...output.keys()].sort()) {
    if (
      !/\.(ya?ml|json)$/i.test(file) ||
      ignored.some(path => file === path || file.startsWith(`${path}/`))
    ) {
      continue;
    }
    try {
      for (const content of readFile(output.get(file)!)) {
        documents.push({ file, content });
      }
    } catch (error) {
      unreadable.push({
        file,
        problem: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return { documents, unreadable };
}

function readFile(bytes: Uint8Array): RenderedDocument['content'][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const parsed = parseAllDocuments(text, KUBERNETES_YAML);
  return [...parsed].flatMap(document => {
    if (document.errors.length > 0) throw document.errors[0];
    return expandList(document.toJS({ maxAliasCount: 100 }));
  });
}

function expandList(content: unknown): RenderedDocument['content'][] {
  if (!isMapping(content)) return [];
  return content.kind === 'List' && Array.isArray(content.items)
    ? content.items.flatMap(expandList)
    : [content];
}

function isMapping(value: unknown): value is RenderedDocument['content'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
