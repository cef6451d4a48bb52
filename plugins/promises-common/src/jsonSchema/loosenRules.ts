import type { StructuralSchema } from '../schema';
import type { JsonSchema } from './JsonSchema';
import { portablePattern } from './portablePattern';

/** Formats that say something to a reader and nothing to the validator. */
const FORMATS = new Set(['int32', 'int64', 'byte', 'password', 'uuid']);

/** The rules for the value itself, of those that both judge alike. */
export function loosenRules(
  schema: StructuralSchema,
  { nullable, form }: { readonly nullable: boolean; readonly form: boolean },
): JsonSchema {
  const { minimum, maximum, multipleOf, enum: values } = schema;
  const pattern = schema.pattern && portablePattern(schema.pattern);
  return {
    ...(schema.format &&
      FORMATS.has(schema.format) && { format: schema.format }),
    ...(pattern && { pattern }),
    ...(form &&
      schema.minLength !== undefined && { minLength: schema.minLength }),
    // Otherwise none: how short a text is, is judged differently where it holds half a character.
    ...(schema.maxLength !== undefined && { maxLength: schema.maxLength }),
    ...(minimum !== undefined && {
      [schema.exclusiveMinimum ? 'exclusiveMinimum' : 'minimum']: minimum,
    }),
    ...(maximum !== undefined && {
      [schema.exclusiveMaximum ? 'exclusiveMaximum' : 'maximum']: maximum,
    }),
    ...(multipleOf !== undefined &&
      schema.type === 'integer' &&
      Number.isSafeInteger(multipleOf) &&
      multipleOf > 0 && { multipleOf }),
    ...(schema.minItems !== undefined && { minItems: schema.minItems }),
    ...(schema.maxItems !== undefined && { maxItems: schema.maxItems }),
    // What is pruned from an object could make it one of the values.
    ...(values?.every(isScalar) && {
      enum:
        nullable && !values.includes(null) ? [...values, null] : [...values],
    }),
  };
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
