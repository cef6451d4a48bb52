import type { StructuralSchema } from '@promissory/plugin-promises-common';

/** Paths of keys that a schema does not know: a misspelt option must not be ignored silently. */
export function findUnknownKeys(
  value: unknown,
  schema: StructuralSchema | undefined,
  path = '',
): readonly string[] {
  if (!schema || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      findUnknownKeys(item, schema.items, `${path}[${index}]`),
    );
  }
  const { properties, additionalProperties } = schema;
  return Object.entries(value).flatMap(([key, item]) => {
    const at = path ? `${path}.${key}` : key;
    if (properties && Object.hasOwn(properties, key)) {
      return findUnknownKeys(item, properties[key], at);
    }
    if (typeof additionalProperties === 'object') {
      return findUnknownKeys(item, additionalProperties, at);
    }
    return schema.type !== 'object' ||
      schema['x-kubernetes-preserve-unknown-fields'] ||
      additionalProperties
      ? []
      : [at];
  });
}
