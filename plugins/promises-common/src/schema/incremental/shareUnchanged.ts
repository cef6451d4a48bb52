import { DecimalNumber } from '../values/DecimalNumber';
import { isObject } from '../values/isObject';
import { mapList, mapObject } from '../values/mapObject';

/** A value in which every part that is as it was before is the very same object as before. */
export function shareUnchanged(before: unknown, now: unknown): unknown {
  if (before === now) return now;
  if (Array.isArray(now) && Array.isArray(before)) {
    const shared = mapList(now, (item, index) =>
      shareUnchanged(before[index], item),
    );
    const isSame =
      shared.length === before.length &&
      shared.every((item, index) => item === before[index]);
    return isSame ? before : shared;
  }
  if (now instanceof DecimalNumber)
    return before instanceof DecimalNumber && before.value === now.value
      ? before
      : now;
  if (!isObject(now) || !isObject(before)) return now;
  let same = 0;
  const shared = mapObject(now, (key, child) => {
    if (!Object.hasOwn(before, key)) return child;
    const earlier = before[key];
    const result = earlier === child ? child : shareUnchanged(earlier, child);
    if (result === earlier) same++;
    return result;
  });
  const count = Object.keys(before).length;
  return same === count && count === Object.keys(now).length ? before : shared;
}
