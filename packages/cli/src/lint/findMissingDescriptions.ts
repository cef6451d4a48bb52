import type { LintFinding } from './LintFinding';
import { listPlaces } from './listPlaces';
import type { SchemaField } from './SchemaField';

/** Fields that tell people nothing beyond their name. */
export function findMissingDescriptions(
  fields: readonly SchemaField[],
): LintFinding[] {
  const named = fields.filter(
    // The spec as a whole is what the definition itself describes.
    ({ key, path }) => key !== '[]' && key !== '{}' && path !== 'spec',
  );
  const silent = named.filter(({ schema }) => !schema.description?.trim());
  if (silent.length === 0) return [];
  return [
    {
      rule: 'no-description',
      severity: 'warning',
      path: silent[0].path,
      message: `${silent.length} of ${
        named.length
      } fields have no description: ${listPlaces(silent)}`,
    },
  ];
}
