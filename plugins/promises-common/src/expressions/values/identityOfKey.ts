import { CelUint } from './CelUint';

/** A text that is equal for equal keys of maps: `1`, `1u` and `1.0` are one key. Undefined for what cannot be a key. */
export function identityOfKey(key: unknown): string | undefined {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'boolean') return `b${key}`;
  if (typeof key === 'bigint') return `n${key}`;
  if (key instanceof CelUint) return `n${key.value}`;
  if (typeof key === 'number')
    return Number.isInteger(key) ? `n${BigInt(key)}` : `n${key}`;
  return undefined;
}
