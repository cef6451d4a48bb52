import { KUBERNETES_YAML } from '@promissory/plugin-promises-common';
import { parse, parseAllDocuments } from 'yaml';

/** Against documents that grow when they are read. */
const ALIASES = { maxAliasCount: 100 };

/**
 * Reads YAML as Kratix does: YAML 1.1, where `yes` and `on` are booleans. Times and sexagesimal numbers stay text.
 * Throws the parser's error, which names line and column.
 */
export function parseKratixYaml(content: Uint8Array): unknown {
  return parse(decode(content), { ...KUBERNETES_YAML, ...ALIASES });
}

/** The same for a file of many documents. */
export function parseKratixDocuments(content: Uint8Array): unknown[] {
  const documents = parseAllDocuments(decode(content), KUBERNETES_YAML);
  // A list that is empty has errors of its own type.
  return [...documents].map(document => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS(ALIASES);
  });
}

function decode(content: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(content);
}
