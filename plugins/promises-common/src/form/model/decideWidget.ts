import type { StructuralSchema } from '../../schema';
import { isObject } from '../../schema/values/isObject';
import type { FormWidget, YamlReason } from '../types';
import { isDuration } from './isDuration';
import { isMultiline } from './isMultiline';
import { isQuantity } from './isQuantity';
import { isSecret } from './isSecret';
import { readPatternChoices } from './readPatternChoices';

/** Deeper than any schema that people wrote by hand; what is below is edited as YAML. */
const DEEPEST = 40;

const yaml = (reason: YamlReason): FormWidget => ({ kind: 'yaml', reason });

/** `anyOf: [{type: integer}, {type: string}]` without a type of its own means int-or-string. */
function isIntOrString(schema: StructuralSchema): boolean {
  if (schema['x-kubernetes-int-or-string'] === true) return true;
  const types = schema.anyOf?.map(({ type }) => type);
  return (
    !schema.type &&
    types?.length === 2 &&
    types.includes('integer') &&
    types.includes('string')
  );
}

function decideObject(schema: StructuralSchema): FormWidget {
  const { properties, additionalProperties } = schema;
  const declared =
    properties !== undefined && Object.keys(properties).length > 0;
  if (declared) return { kind: 'object' };
  if (isObject(additionalProperties) || additionalProperties === true)
    return { kind: 'map' };
  return schema['x-kubernetes-preserve-unknown-fields'] === true
    ? yaml('preserve-unknown-fields')
    : { kind: 'object' };
}

function decideText(key: string, schema: StructuralSchema): FormWidget {
  const choices = schema.pattern && readPatternChoices(schema.pattern);
  if (choices) return { kind: 'choice', options: choices };
  if (isQuantity(schema)) return { kind: 'quantity', integer: false };
  if (isDuration(schema)) return { kind: 'duration' };
  return {
    kind: 'text',
    multiline: isMultiline(key, schema),
    format: schema.format,
    secret: isSecret(key, schema),
  };
}

/** The widget that draws a node. Pure: the schema, its name and depth decide. */
export function decideWidget(
  key: string,
  schema: StructuralSchema,
  depth: number,
): FormWidget {
  if (schema['x-kubernetes-embedded-resource'] === true)
    return yaml('embedded-resource');
  if (schema.enum?.length) return { kind: 'choice', options: schema.enum };
  if (isIntOrString(schema))
    return isQuantity(schema)
      ? { kind: 'quantity', integer: true }
      : { kind: 'int-or-string' };
  switch (schema.type) {
    case 'string':
      return decideText(key, schema);
    case 'integer':
      return { kind: 'number', integer: true };
    case 'number':
      return { kind: 'number', integer: false };
    case 'boolean':
      return { kind: 'switch' };
    case 'object':
      return depth > DEEPEST ? yaml('nested-too-deep') : decideObject(schema);
    case 'array':
      if (depth > DEEPEST) return yaml('nested-too-deep');
      return schema.items ? { kind: 'list' } : yaml('no-type');
    default:
      return decideUntyped(schema);
  }
}

function decideUntyped(schema: StructuralSchema): FormWidget {
  if (schema.type) return yaml('no-widget');
  if (schema['x-kubernetes-preserve-unknown-fields'] === true)
    return yaml('preserve-unknown-fields');
  const union = [schema.anyOf, schema.oneOf, schema.allOf].some(
    alternatives => alternatives?.length,
  );
  return yaml(union ? 'union' : 'no-type');
}
