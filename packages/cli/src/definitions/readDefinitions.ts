import { parseAllDocuments } from 'yaml';
import { isObject } from '../json/isObject';
import type { Definition, DefinitionKind } from './Definition';

const KINDS: readonly string[] = [
  'Promise',
  'CustomResourceDefinition',
  'CompositeResourceDefinition',
] satisfies DefinitionKind[];
/** Real Promises repeat large parts by aliases; a bound stays, because each use is another copy. */
const MOST_ALIASES = 10_000;

function toDefinition(document: unknown): Definition[] {
  if (!isObject(document)) return [];
  const { kind, metadata, spec } = document;
  if (kind === 'List' && Array.isArray(document.items))
    return document.items.flatMap(toDefinition);
  if (typeof kind !== 'string' || !KINDS.includes(kind)) return [];
  const api = isObject(spec) ? spec.api : undefined;
  const ofPromise =
    isObject(api) && Object.keys(api).length > 0 ? api : undefined;
  return [
    {
      kind: kind as DefinitionKind,
      name: isObject(metadata) ? String(metadata.name ?? '') : '',
      document,
      resource: kind === 'Promise' ? ofPromise : document,
    },
  ];
}

/**
 * The Promises, CustomResourceDefinitions and CompositeResourceDefinitions of a YAML or JSON text.
 *
 * @throws Error for text that is neither
 */
export function readDefinitions(text: string): readonly Definition[] {
  return parseAllDocuments(text, { merge: true }).flatMap(document => {
    if (document.errors.length > 0)
      throw new Error(`not YAML: ${document.errors[0].message}`);
    return toDefinition(document.toJS({ maxAliasCount: MOST_ALIASES }));
  });
}
