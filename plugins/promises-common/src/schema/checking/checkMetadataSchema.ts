import type { StructuralSchema } from '../types';
import type { Report } from './SchemaProblem';

const ALLOWED = ['name', 'generateName'];
const ALLOWED_KEYWORDS = [
  'type',
  'properties',
  'default',
  'x-kubernetes-validations',
];

/** A schema may say little about apiVersion, kind and metadata of a resource: Kubernetes knows them. */
export function checkMetadataSchema(
  schema: StructuralSchema,
  root: boolean,
  embedded: boolean,
  report: Report,
): void {
  if (!root && !embedded) return;
  const properties = schema.properties ?? {};
  for (const key of ['apiVersion', 'kind']) {
    const property = Object.hasOwn(properties, key)
      ? properties[key]
      : undefined;
    if (property && property.type !== 'string')
      report(`properties[${key}].type`, 'FieldValueInvalid', 'must be string');
  }
  const { metadata } = properties;
  if (!metadata) return;
  if (metadata.type !== 'object')
    report('properties[metadata].type', 'FieldValueInvalid', 'must be object');
  if (!root) return;
  const others = Object.keys(metadata).filter(
    keyword =>
      !ALLOWED_KEYWORDS.includes(keyword) && metadata[keyword] !== undefined,
  );
  const names = Object.keys(metadata.properties ?? {});
  const rules = metadata['x-kubernetes-validations'] ?? [];
  if (
    others.length > 0 ||
    rules.length > 0 ||
    names.some(name => !ALLOWED.includes(name))
  )
    report(
      'properties[metadata]',
      'FieldValueForbidden',
      'may only restrict name and generateName',
    );
}
