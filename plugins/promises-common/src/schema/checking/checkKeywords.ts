import type { StructuralSchema } from '../types';
import type { SchemaPlace } from './SchemaPlace';
import type { Report } from './SchemaProblem';

const UNSUPPORTED = [
  'id',
  'additionalItems',
  'patternProperties',
  'definitions',
  'dependencies',
  '$ref',
];
const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** Keywords that Kubernetes does not have, or not with such a value. */
export function checkKeywords(
  schema: StructuralSchema,
  { forbidDefaults }: SchemaPlace,
  report: Report,
): void {
  for (const keyword of UNSUPPORTED)
    if (schema[keyword] !== undefined)
      report(keyword, 'FieldValueForbidden', `${keyword} is not supported`);
  const type: string | undefined = schema.type;
  if (type === 'null')
    report('type', 'FieldValueForbidden', 'use nullable: true instead of null');
  if (type && !TYPES.includes(type))
    report(
      'type',
      'FieldValueNotSupported',
      `must be one of ${TYPES.join(', ')}`,
    );
  if (schema.uniqueItems === true)
    report(
      'uniqueItems',
      'FieldValueForbidden',
      'is not supported; use x-kubernetes-list-type: set',
    );
  if (schema.default !== undefined && forbidDefaults)
    report(
      'default',
      'FieldValueForbidden',
      `must not be set ${forbidDefaults}`,
    );
  const hasProperties = Object.keys(schema.properties ?? {}).length > 0;
  if (hasProperties && (schema.additionalProperties ?? true) !== true)
    report(
      'additionalProperties',
      'FieldValueForbidden',
      'additionalProperties and properties exclude each other',
    );
  if (schema['x-kubernetes-preserve-unknown-fields'] === false)
    report(
      'x-kubernetes-preserve-unknown-fields',
      'FieldValueInvalid',
      'must be true or absent',
    );
}
