import { splitFieldPath } from '../rules/splitFieldPath';
import type { StructuralSchema } from '../types';

/** Whether a fieldPath leads to a field that the schema declares. */
export function isFieldPath(source: string, schema: StructuralSchema): boolean {
  const keys = splitFieldPath(source);
  if (!keys) return false;
  let at: StructuralSchema | undefined = schema;
  for (const key of keys) {
    const values: StructuralSchema['additionalProperties'] =
      at?.additionalProperties;
    if (at?.properties) at = at.properties[key];
    else at = typeof values === 'object' ? values : undefined;
  }
  return at !== undefined;
}
