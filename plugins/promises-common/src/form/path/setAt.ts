import type { DataPath } from '../../schema';
import { withEntry } from './withEntry';

/**
 * A copy of a value with another value at a path. What is missing on the way is made: a list for an index, an object
 * for a key. What is not on the way is shared with the original. @public
 */
export function setAt(value: unknown, path: DataPath, next: unknown): unknown {
  if (path.length === 0) return next;
  const [key, ...rest] = path;
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    while (list.length < key) list.push(null);
    list[key] = setAt(list[key], rest, next);
    return list;
  }
  const object = toObject(value);
  const before = Object.hasOwn(object, key) ? object[key] : undefined;
  return withEntry(object, key, setAt(before, rest, next));
}

function toObject(value: unknown): Record<string, unknown> {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : {};
}
