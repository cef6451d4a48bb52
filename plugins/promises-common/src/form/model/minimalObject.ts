import type { StructuralSchema } from '../../schema';
import { readPatternChoices } from './readPatternChoices';

/**
 * The least that a new user must fill in: required properties without a default, each with a placeholder of its type
 * that keeps to the simple limits. The result may still miss patterns, formats and rules. @public
 */
export function minimalObject(
  schema: StructuralSchema,
): Record<string, unknown> {
  const properties = schema.properties ?? {};
  return Object.fromEntries(
    (schema.required ?? []).flatMap(key => {
      const property = Object.hasOwn(properties, key)
        ? properties[key]
        : undefined;
      const filled =
        property?.default !== undefined && property.default !== null;
      return property && !filled ? [[key, placeholder(property)]] : [];
    }),
  );
}

function placeholder(schema: StructuralSchema): unknown {
  if (schema.enum?.length) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      return placeholderText(schema);
    case 'integer':
      return Math.ceil(placeholderNumber(schema, 1));
    case 'number':
      return placeholderNumber(schema, 0.5);
    case 'boolean':
      return false;
    case 'array': {
      const { items, minItems = 0 } = schema;
      return items
        ? Array.from({ length: minItems }, () => placeholder(items))
        : [];
    }
    case 'object':
      return minimalObject(schema);
    default:
      return schema['x-kubernetes-int-or-string'] === true
        ? placeholderNumber(schema, 1)
        : {};
  }
}

function placeholderText(schema: StructuralSchema): string {
  const { pattern, minLength = 0 } = schema;
  const choices = pattern && readPatternChoices(pattern);
  return choices ? choices[0] : 'x'.repeat(minLength);
}

function placeholderNumber(schema: StructuralSchema, step: number): number {
  const { minimum, maximum } = schema;
  if (minimum !== undefined && minimum > 0)
    return schema.exclusiveMinimum ? minimum + step : minimum;
  if (maximum !== undefined && maximum < 0)
    return schema.exclusiveMaximum ? maximum - step : maximum;
  return minimum === 0 && schema.exclusiveMinimum ? step : 0;
}
