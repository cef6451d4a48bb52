import type { SchemaField } from './SchemaField';

const SHOWN = 5;

/** The first places, and how many more there are. */
export function listPlaces(fields: readonly SchemaField[]): string {
  const shown = fields.slice(0, SHOWN).map(({ path }) => path);
  const more = fields.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
