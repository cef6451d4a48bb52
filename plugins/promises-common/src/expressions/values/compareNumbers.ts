import { CelUint } from './CelUint';

const plain = (value: unknown): number | bigint | undefined => {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return value instanceof CelUint ? value.value : undefined;
};

/** The order of two numbers of any of CEL's types: -1, 0, 1; NaN where there is none; undefined for other values. */
export function compareNumbers(
  left: unknown,
  right: unknown,
): number | undefined {
  const a = plain(left);
  const b = plain(right);
  if (a === undefined || b === undefined) return undefined;
  // JavaScript compares bigint and number by their mathematical values.
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(Number(a)) || Number.isNaN(Number(b)) ? NaN : 0;
}
