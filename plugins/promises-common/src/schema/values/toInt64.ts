import { toDouble } from './toDouble';

const INT64_MIN = -(2n ** 63n);
const INT64_LIMIT = 2 ** 63;

/** A number cut to a 64-bit integer, as Go does on amd64: what does not fit becomes the smallest. */
export function toInt64(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  const double = Math.trunc(toDouble(value));
  if (!(double >= -INT64_LIMIT && double < INT64_LIMIT)) return INT64_MIN;
  return BigInt(double);
}
