import { DecimalNumber } from './DecimalNumber';
import { isObject } from './isObject';

/** Equality of JSON values as the API server sees it: `1` and `1.0` differ, the order of keys does not matter. */
export function deepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left instanceof DecimalNumber)
    return right instanceof DecimalNumber && left.value === right.value;
  if (typeof left === 'bigint' && typeof right === 'number')
    return Number.isInteger(right) && BigInt(right) === left;
  if (typeof left === 'number' && typeof right === 'bigint')
    return deepEqual(right, left);
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => deepEqual(item, right[index]))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every(
      key => Object.hasOwn(right, key) && deepEqual(left[key], right[key]),
    )
  );
}
