import type { DataPath } from '../../schema';
import { withEntry } from './withEntry';

/**
 * A copy of a value without what is at a path: the property is gone, the items after the index move up. The value
 * itself where there is nothing at the path. @public
 */
export function removeAt(value: unknown, path: DataPath): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null)
    return value;
  if (!Object.hasOwn(value, key)) return value;
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_item, index) => index !== key)
      : value.map((item, index) =>
          index === key ? removeAt(item, rest) : item,
        );
  }
  const object = value as Record<string, unknown>;
  if (rest.length > 0)
    return withEntry(object, String(key), removeAt(object[key], rest));
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => name !== key),
  );
}
