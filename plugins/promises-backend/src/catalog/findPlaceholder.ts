/**
 * Path of the first object that the catalog would take for a placeholder and read a file or an address for, with the
 * catalog's rights: an object whose only key begins with `$`.
 */
export function findPlaceholder(value: unknown, path = ''): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const entries = Object.entries(value);
  if (
    !Array.isArray(value) &&
    entries.length === 1 &&
    /^\$/.test(entries[0][0])
  )
    return [path, entries[0][0]].filter(Boolean).join('.');
  for (const [key, child] of entries) {
    const found = findPlaceholder(child, path ? `${path}.${key}` : key);
    if (found !== undefined) return found;
  }
  return undefined;
}
