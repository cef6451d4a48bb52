import type {
  CompiledSchema,
  JsonObject,
} from '@promissory/plugin-promises-common';

/** Paths that the second value lacks. */
function missing(before: unknown, after: unknown, path: string): string[] {
  if (typeof before !== 'object' || before === null) return [];
  const rest = (after ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(before).flatMap(([key, value]) => {
    const place = path ? `${path}.${key}` : key;
    return key in rest ? missing(value, rest[key], place) : [place];
  });
}

/** What an API server refuses, or drops without a word. */
export function checkCustomResource(
  schema: CompiledSchema,
  document: JsonObject,
): readonly string[] {
  const pruned = schema.prune(document);
  return [
    ...missing(document, pruned, '').map(path => `${path}: unknown field`),
    ...schema
      .validate(schema.applyDefaults(pruned))
      .map(({ path, message }) => `${path}: ${message}`),
  ];
}
