import { DecimalNumber } from '../values/DecimalNumber';
import { isObject } from '../values/isObject';

/** A text that is equal for equal values; scalars tell `1` from `1.0`, inside of lists and objects they do not. */
function identity(value: unknown, inside = false): string {
  if (value instanceof DecimalNumber)
    return inside ? String(value.value) : `${value.value}.0`;
  if (Array.isArray(value))
    return `[${value.map(item => identity(item, true)).join()}]`;
  if (!isObject(value))
    return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${identity(value[key], true)}`);
  return `{${members.join()}}`;
}

/** The index of the second appearance of each value that is there more than once. */
export function findDuplicates(values: readonly unknown[]): number[] {
  const counts = new Map<string, number>();
  const duplicates: number[] = [];
  values.forEach((value, index) => {
    const key = value === undefined ? '' : identity(value);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count === 2) duplicates.push(index);
  });
  return duplicates;
}
