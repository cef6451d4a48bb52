import type { Location } from './Location';

/**
 * The `field` of a Kubernetes cause: like a path, but keys of maps stand in brackets where the check that found the
 * problem writes them so; `<nil>` for the root.
 */
export function formatField(location: Location | undefined): string {
  if (!location) return '<nil>';
  const { parent, key, mapKey } = location;
  const inBrackets = mapKey || typeof key === 'number';
  if (!parent) return inBrackets ? `[${key}]` : String(key);
  const before = formatField(parent);
  return inBrackets ? `${before}[${key}]` : `${before}.${key}`;
}
