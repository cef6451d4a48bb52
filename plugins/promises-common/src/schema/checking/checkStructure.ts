import type { StructuralSchema } from '../types';
import { checkMetadataSchema } from './checkMetadataSchema';
import type { SchemaPlace } from './SchemaPlace';
import type { Report } from './SchemaProblem';

/** What makes a schema structural: every value has a type, and Kubernetes' extensions fit together. */
export function checkStructure(
  schema: StructuralSchema,
  { level }: SchemaPlace,
  report: Report,
): void {
  const { type } = schema;
  const embedded = schema['x-kubernetes-embedded-resource'] === true;
  const intOrString = schema['x-kubernetes-int-or-string'] === true;
  const preserves = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const forbid = (keyword: string, message: string) =>
    report(keyword, 'FieldValueForbidden', message);
  const refuse = (keyword: string, message: string) =>
    report(keyword, 'FieldValueInvalid', message);

  if (type === 'array' && !schema.items)
    report(
      'items',
      'FieldValueRequired',
      'a list needs a schema for its items',
    );
  if (schema.additionalProperties !== undefined && level === 'root')
    forbid('additionalProperties', 'must not be used at the root');
  if (embedded && schema.additionalProperties !== undefined)
    forbid('additionalProperties', 'must not be used in an embedded resource');
  if (intOrString && preserves)
    refuse('x-kubernetes-preserve-unknown-fields', 'excludes int-or-string');
  if (intOrString && embedded)
    refuse('x-kubernetes-embedded-resource', 'excludes int-or-string');

  if (embedded && type !== 'object')
    report(
      'type',
      type ? 'FieldValueInvalid' : 'FieldValueRequired',
      'must be object for an embedded resource',
    );
  else if (!type && !intOrString && !preserves)
    report('type', 'FieldValueRequired', 'every value needs a type');
  if (level === 'root' && type && type !== 'object')
    refuse('type', 'must be object at the root');
  if (
    embedded &&
    !preserves &&
    Object.keys(schema.properties ?? {}).length === 0
  )
    report(
      'properties',
      'FieldValueRequired',
      'an embedded resource needs properties or x-kubernetes-preserve-unknown-fields',
    );
  checkMetadataSchema(schema, level === 'root', embedded, report);
}
