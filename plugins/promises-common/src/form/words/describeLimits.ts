import type { StructuralSchema } from '../../schema';
import { describeFormat } from './describeFormat';
import { describeRange } from './describeRange';

function describeList(schema: StructuralSchema): string | undefined {
  const keys = schema['x-kubernetes-list-map-keys'];
  switch (schema['x-kubernetes-list-type']) {
    case 'set':
      return 'no duplicates';
    case 'map':
      return keys?.length
        ? `no two with the same ${keys.join(', ')}`
        : undefined;
    default:
      return undefined;
  }
}

/**
 * What a value must keep to, in words, for people before they are wrong.
 *
 * @param patternTold - the field says it otherwise, as a choice or in its description
 */
export function describeLimits(
  schema: StructuralSchema,
  patternTold = false,
): readonly string[] {
  const { pattern, multipleOf } = schema;
  const rules = schema['x-kubernetes-validations'] ?? [];
  const limits = [
    describeRange({
      minimum: schema.minimum,
      maximum: schema.maximum,
      aboveOnly: schema.exclusiveMinimum,
      belowOnly: schema.exclusiveMaximum,
    }),
    multipleOf === undefined ? undefined : `a multiple of ${multipleOf}`,
    describeRange(
      { minimum: schema.minLength || undefined, maximum: schema.maxLength },
      'characters',
    ),
    describeRange(
      { minimum: schema.minItems || undefined, maximum: schema.maxItems },
      'items',
    ),
    describeRange(
      {
        minimum: schema.minProperties || undefined,
        maximum: schema.maxProperties,
      },
      'entries',
    ),
    describeList(schema),
    describeFormat(schema),
    pattern && !patternTold ? `matches ${pattern}` : undefined,
    ...rules.map(({ message }) => message?.trim()),
  ];
  return [
    ...new Set(limits.filter(limit => limit !== undefined && limit !== '')),
  ] as string[];
}
