import type { JsonValue } from '@backstage/types';

/**
 * A value without keys that differ from an earlier one only in case, at any depth: the catalog's search cannot tell them
 * apart, and an entity with such keys would never appear.
 */
export function withoutCaseCollisions<T extends JsonValue | undefined>(
  value: T,
): T;
export function withoutCaseCollisions(
  value: JsonValue | undefined,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    return value.map(item => withoutCaseCollisions(item));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const seen = new Set<string>();
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => {
        const folded = key.toLocaleLowerCase('en-US');
        const isFirst = !seen.has(folded);
        seen.add(folded);
        return isFirst && item !== undefined;
      })
      .map(([key, item]) => [key, withoutCaseCollisions(item)]),
  );
}
