/** The items of a loop: those of a list, or the entries of a map as {key, value}; undefined for anything else. */
export function toItems(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) {
    return value;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([key, entry]) => ({ key, value: entry }));
  }
  return undefined;
}
