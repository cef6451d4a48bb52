import { isProvisionalKey } from './provisionalKey';

/** The value as it leaves the form. Parts that have no provisional key stay the same objects. */
export function withoutProvisionalKeys<T>(value: T): T {
  return strip(value) as T;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(strip);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const before = Object.entries(value);
  const after = before
    .filter(([key]) => !isProvisionalKey(key))
    .map(([key, item]) => [key, strip(item)] as const);
  const isSame =
    after.length === before.length &&
    after.every(([, item], index) => item === before[index][1]);
  return isSame ? value : Object.fromEntries(after);
}
