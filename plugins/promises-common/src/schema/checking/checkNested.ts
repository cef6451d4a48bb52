import type { StructuralSchema } from '../types';
import type { Report } from './SchemaProblem';

/** Keywords that declare structure; inside anyOf, oneOf, allOf and not a schema only restricts. */
const FORBIDDEN = [
  'type',
  'additionalProperties',
  'default',
  'title',
  'description',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
];

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** A node inside of a union. */
export function checkNested(schema: StructuralSchema, report: Report): void {
  for (const keyword of FORBIDDEN)
    if (!isEmpty(schema[keyword]))
      report(
        keyword,
        'FieldValueForbidden',
        'must not be inside of anyOf, oneOf, allOf or not; declare it outside',
      );
  if (schema.properties && Object.hasOwn(schema.properties, 'metadata'))
    report(
      'properties[metadata]',
      'FieldValueForbidden',
      'must not be restricted inside of anyOf, oneOf, allOf or not',
    );
}
