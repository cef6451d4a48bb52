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
  let a = plain(left);
  let b = plain(right);
  if (a === undefined || b === undefined) return undefined;
  // Of two types, both become doubles, as in Kubernetes.
  if (typeof a === 'number') b = Number(b);
  if (typeof b === 'number') a = Number(a);
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(Number(a)) || Number.isNaN(Number(b)) ? NaN : 0;
}
