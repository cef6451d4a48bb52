import { Fault } from '../evaluation/Fault';
import { CelDuration } from '../values/CelDuration';
import { CelTimestamp } from '../values/CelTimestamp';
import { CelType } from '../values/CelType';
import { CelUint } from '../values/CelUint';
import { ListValue } from '../values/ListValue';
import { MapValue } from '../values/MapValue';
import { printDouble } from '../values/printDouble';
import { printDuration } from '../values/printDuration';
import { printTimestamp } from '../values/printTimestamp';
import { typeNameOf } from '../values/typeNameOf';
import { isBytes } from '../values/isBytes';

const decoder = new TextDecoder();

/** A value as `%s` prints it. */
export function formatValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (typeof value === 'number') return printDouble(value);
  if (value instanceof CelUint) return String(value.value);
  if (value instanceof CelType) return value.name;
  if (value instanceof CelTimestamp) return printTimestamp(value);
  if (value instanceof CelDuration) return printDuration(value);
  if (isBytes(value)) return decoder.decode(value);
  if (value instanceof ListValue)
    return `[${value.toArray().map(formatValue).join(', ')}]`;
  if (value instanceof MapValue) {
    const entries = value
      .keys()
      .map(key => `${formatValue(key)}: ${formatValue(value.get(key))}`);
    return `{${entries.sort().join(', ')}}`;
  }
  throw new Fault(`%s does not print ${typeNameOf(value)}`);
}
