import { MapValue } from '../../expressions/values/MapValue';
import { toJson } from '../../expressions/values/toJson';

/** A text that is equal for items of a set that are equal, or for items of a list map that have the same keys. */
export function identityOfItem(
  item: unknown,
  keys: readonly string[] | undefined,
): string {
  if (keys && item instanceof MapValue)
    return JSON.stringify(keys.map(key => toJson(item.get(key) ?? null)));
  return JSON.stringify(toJson(item));
}
