import { DecimalNumber } from './DecimalNumber';

/** A numeric value as a double. */
export function toDouble(value: unknown): number {
  return value instanceof DecimalNumber ? value.value : Number(value);
}
