import { isJsonInteger } from '../values/isJsonInteger';
import { kindOf } from '../values/kindOf';
import { toDouble } from '../values/toDouble';
import { toInt64 } from '../values/toInt64';

/** Keyword `multipleOf`: whole numbers exactly with the factor cut to a whole number, others with a tolerance. */
export function isMultipleOf(value: unknown, factor: number): boolean {
  if (kindOf(value) === 'integer') {
    const whole = toInt64(factor);
    return whole > 0n && toInt64(value) % whole === 0n;
  }
  if (factor <= 0) return false;
  const double = toDouble(value);
  return isJsonInteger(factor < 1 ? (1 / factor) * double : double / factor);
}
