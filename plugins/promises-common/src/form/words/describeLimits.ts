import type { StructuralSchema } from '../../schema';
import { describeFormat } from './describeFormat';
import { describeUnions } from './describeUnions';
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

/** An object with fields of its own may have others, which the YAML view can write. */
function describeOpenness(schema: StructuralSchema): string | undefined {
  const declares = Object.keys(schema.properties ?? {}).length > 0;
  return declares && schema['x-kubernetes-preserve-unknown-fields'] === true
    ? 'may have other fields'
    : undefined;
}

/** How limits are told. */
interface LimitWords {
  /** The pattern is told by the widget, so it needs no words. */
  readonly isPatternTold?: boolean;
  /** The schema that declares the fields, where the limits are those of an alternative of a union. */
  readonly declared?: StructuralSchema;
}

/** What a value must keep to, in words, for people before they are wrong. */
export function describeLimits(
  schema: StructuralSchema,
  { isPatternTold = false, declared }: LimitWords = {},
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
    describeOpenness(schema),
    pattern && !isPatternTold ? `matches ${pattern}` : undefined,
    ...describeUnions(schema, declared ?? schema),
    ...rules.map(({ message, rule }) => message?.trim() || rule.trim()),
  ];
  return [
    ...new Set(limits.filter(limit => limit !== undefined && limit !== '')),
  ] as string[];
}
