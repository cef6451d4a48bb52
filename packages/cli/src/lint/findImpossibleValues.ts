import {
  isSatisfiable,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';
import type { LintFinding } from './LintFinding';
import type { SchemaField } from './SchemaField';

const RANGES = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

function* problemsOf(schema: StructuralSchema): Generator<string> {
  for (const [lower, upper] of RANGES) {
    const least = schema[lower];
    const most = schema[upper];
    if (least === undefined || most === undefined) continue;
    if (least > most) yield `${lower} ${least} is above ${upper} ${most}`;
  }
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (
    minimum !== undefined &&
    minimum === maximum &&
    (exclusiveMinimum || exclusiveMaximum)
  )
    yield `nothing lies between minimum ${minimum} and maximum ${maximum}`;
  if (schema.maxLength !== undefined && schema.maxLength < 0)
    yield `maxLength ${schema.maxLength} refuses every text`;
  yield* problemsOfPattern(schema);
  yield* problemsOfRequired(schema);
}

function* problemsOfPattern(schema: StructuralSchema): Generator<string> {
  const { pattern, minLength, maxLength = Infinity, type } = schema;
  if (pattern === undefined || type !== 'string' || maxLength < 0) return;
  if ((minLength ?? 0) > maxLength) return;
  if (!isSatisfiable(pattern))
    yield `no text at all matches the pattern ${pattern}`;
  else if (!isSatisfiable(pattern, { minLength, maxLength }))
    yield `no text of the allowed lengths matches the pattern ${pattern}`;
}

function* problemsOfRequired(schema: StructuralSchema): Generator<string> {
  const { required = [], properties = {}, additionalProperties } = schema;
  if (schema.type !== 'object') return;
  if (schema['x-kubernetes-preserve-unknown-fields']) return;
  // The API server knows these of an embedded resource by itself.
  if (schema['x-kubernetes-embedded-resource']) return;
  if (additionalProperties) return;
  for (const key of required)
    if (!Object.hasOwn(properties, key))
      yield `requires ${key}, which is not declared and therefore always removed`;
}

/** Fields for which there is no value: whoever has to fill them in cannot. */
export function findImpossibleValues(
  fields: readonly SchemaField[],
): LintFinding[] {
  return fields.flatMap(({ path, schema }) =>
    [...problemsOf(schema)].map(
      (message): LintFinding => ({
        rule: 'impossible-value',
        severity: 'warning',
        path,
        message,
      }),
    ),
  );
}
