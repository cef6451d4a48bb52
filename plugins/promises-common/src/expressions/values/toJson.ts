import { Fault } from '../evaluation/Fault';
import { CelDuration } from './CelDuration';
import { CelOptional } from './CelOptional';
import { CelTimestamp } from './CelTimestamp';
import { CelType } from './CelType';
import { CelUint } from './CelUint';
import { encodeBase64 } from './encodeBase64';
import { ListValue } from './ListValue';
import { MapValue } from './MapValue';
import { isOpaque } from './OpaqueValue';
import { printDuration } from './printDuration';
import { printTimestamp } from './printTimestamp';
import { isBytes } from './isBytes';

function toNumber(value: bigint): number {
  const number = Number(value);
  if (BigInt(number) !== value)
    throw new Fault(
      `the number ${value} loses digits in JSON; use string(…) to keep them`,
    );
  return number;
}

/**
 * A CEL value as plain JSON. Ints become numbers, bytes base64, moments and durations text; an optional its value or
 * null.
 *
 * @throws Fault for numbers that JSON cannot hold
 */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return toNumber(value);
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new Fault(`${value} is no number of JSON`);
  }
  if (value instanceof CelUint) return toNumber(value.value);
  if (value instanceof ListValue) return value.toArray().map(toJson);
  if (value instanceof MapValue) {
    return Object.fromEntries(
      value.keys().map(key => [String(toJson(key)), toJson(value.get(key))]),
    );
  }
  if (value instanceof CelOptional)
    return value.present ? toJson(value.value) : null;
  if (value instanceof CelTimestamp) return printTimestamp(value);
  if (value instanceof CelDuration) return printDuration(value);
  if (isBytes(value)) return encodeBase64(value);
  if (value instanceof CelType) return value.name;
  return isOpaque(value) ? value.toString() : value ?? null;
}
