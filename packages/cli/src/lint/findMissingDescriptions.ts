import type { LintFinding } from './LintFinding';
import { listPlaces } from './listPlaces';
import type { SchemaField } from './SchemaField';

/** Fields that tell people nothing beyond their name. */
export function findMissingDescriptions(
  fields: readonly SchemaField[],
): LintFinding[] {
  const silent = fields.filter(
    ({ key, schema }) =>
      key !== '[]' && key !== '{}' && !schema.description?.trim(),
  );
  if (silent.length === 0) return [];
  return [
    {
      rule: 'no-description',
      severity: 'warning',
      path: silent[0].path,
      message: `${silent.length} of ${
        fields.length
      } fields have no description: ${listPlaces(silent)}`,
    },
  ];
}
