import type { JsonObject } from '../../kratix';

/** What a change gives for a member that is to go. */
export const dropped = Symbol('dropped');

function assign(object: JsonObject, key: string, value: unknown): void {
  // Assigned, this one would be the prototype.
  if (key === '__proto__')
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  else object[key] = value;
}

/** An object with its members changed; the object itself where none is. */
export function mapObject(
  object: JsonObject,
  change: (key: string, value: unknown) => unknown,
): JsonObject {
  const keys = Object.keys(object);
  let copy: JsonObject | undefined;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    const value = object[key];
    const next = change(key, value);
    if (!copy) {
      if (next === value) continue;
      copy = {};
      for (const earlier of keys.slice(0, index))
        assign(copy, earlier, object[earlier]);
    }
    if (next !== dropped) assign(copy, key, next);
  }
  return copy ?? object;
}

/** A list with its items changed; the list itself where none is. */
export function mapList(
  list: readonly unknown[],
  change: (item: unknown, index: number) => unknown,
): readonly unknown[] {
  const next = list.map(change);
  return next.every((item, index) => item === list[index]) ? list : next;
}
