import type { JsonObject } from '../../kratix';
import { DecimalNumber } from './DecimalNumber';

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof DecimalNumber)
  );
}
