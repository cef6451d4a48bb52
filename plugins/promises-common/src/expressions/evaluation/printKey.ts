import { typeNameOf } from '../values/typeNameOf';

/** A key or an index for a message. */
export function printKey(key: unknown): string {
  if (typeof key === 'string') return JSON.stringify(key);
  if (['bigint', 'number', 'boolean'].includes(typeof key)) return String(key);
  return `a key of type ${typeNameOf(key)}`;
}
