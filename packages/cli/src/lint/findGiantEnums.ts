import type { LintFinding } from './LintFinding';
import type { SchemaField } from './SchemaField';

/** More choices than people read through. */
const MOST = 50;

/** Enums that nobody reads through. */
export function findGiantEnums(fields: readonly SchemaField[]): LintFinding[] {
  return fields
    .filter(({ schema }) => (schema.enum?.length ?? 0) > MOST)
    .map(({ path, schema }) => ({
      rule: 'giant-enum',
      severity: 'warning',
      path,
      message: `has ${schema.enum?.length} choices, more than ${MOST}; a pattern, or a name that is looked up, serves people better`,
    }));
}
