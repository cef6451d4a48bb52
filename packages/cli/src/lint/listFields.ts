import type { StructuralSchema } from '@promissory/plugin-promises-common';
import { isObject } from '../json/isObject';
import type { SchemaField } from './SchemaField';

/** Every property and item of a schema, in the order of the file. */
export function listFields(
  schema: StructuralSchema,
  path = '',
): readonly SchemaField[] {
  const { properties, items, additionalProperties } = schema;
  const below = (key: string, child: StructuralSchema, at: string) => [
    { key, path: at, schema: withoutNulls(child) },
    ...listFields(child, at),
  ];
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, child]) =>
      below(key, child, path ? `${path}.${key}` : key),
    ),
    ...(items ? below('[]', items, `${path}[]`) : []),
    ...(isObject(additionalProperties)
      ? below('{}', additionalProperties, `${path}{}`)
      : []),
  ];
}

/** Keywords that are null are absent to Kubernetes. */
function withoutNulls(schema: StructuralSchema): StructuralSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([, value]) => value !== null),
  );
}
