import { parseGoDuration } from '../../schema/formats/parseGoDuration';
import { checkInt } from '../evaluation/checkInt';
import { checkUint } from '../evaluation/checkUint';
import { Fault } from '../evaluation/Fault';
import { CelDuration } from '../values/CelDuration';
import { CelTimestamp } from '../values/CelTimestamp';
import { CelType } from '../values/CelType';
import { CelUint } from '../values/CelUint';
import { printDouble } from '../values/printDouble';
import { printDuration } from '../values/printDuration';
import { printTimestamp } from '../values/printTimestamp';
import { typeNameOf } from '../values/typeNameOf';
import { declareFunctions } from './declareFunctions';
import { parseTimestamp } from './parseTimestamp';

const SECOND = 1_000_000_000n;
const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const FALSE = ['0', 'f', 'F', 'false', 'FALSE', 'False'];
const DOUBLE = /^[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)$/;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

function refuse(type: string, value: unknown): never {
  throw new Fault(`${JSON.stringify(value)} is no ${type}`);
}

function toWhole(value: number): bigint {
  if (!Number.isFinite(value)) throw new Fault('integer overflow');
  return BigInt(Math.trunc(value));
}

function parseDouble(text: string): number {
  const special = /^([-+]?)(inf|infinity|nan)$/i.exec(text);
  if (special) {
    if (special[2].toLowerCase() === 'nan') return NaN;
    return special[1] === '-' ? -Infinity : Infinity;
  }
  return DOUBLE.test(text) ? Number(text) : refuse('double', text);
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Fault('the bytes are no UTF-8');
  }
}

/** Conversions between types. */
export const conversionFunctions = declareFunctions({
  'dyn(A): dyn': ([value]) => value,
  'type(A): type': ([value]) => new CelType(typeNameOf(value)),
  'bool(bool): bool': ([value]) => value,
  'bool(string): bool': ([text]) => {
    if (TRUE.includes(text)) return true;
    return FALSE.includes(text) ? false : refuse('bool', text);
  },
  'int(int): int': ([value]) => value,
  'int(uint): int': ([uint]) => checkInt(uint.value),
  'int(double): int': ([value]) => checkInt(toWhole(value)),
  'int(string): int': ([text]) =>
    /^[-+]?\d+$/.test(text)
      ? checkInt(BigInt(text.replace(/^\+/, '')))
      : refuse('int', text),
  'int(timestamp): int': ([moment]) => moment.nanoseconds / SECOND,
  'int(duration): int': ([duration]) => duration.nanoseconds,
  'uint(uint): uint': ([value]) => value,
  'uint(int): uint': ([value]) => new CelUint(checkUint(value)),
  'uint(double): uint': ([value]) => new CelUint(checkUint(toWhole(value))),
  'uint(string): uint': ([text]) =>
    /^\d+$/.test(text)
      ? new CelUint(checkUint(BigInt(text)))
      : refuse('uint', text),
  'double(double): double': ([value]) => value,
  'double(int): double': ([value]) => Number(value),
  'double(uint): double': ([uint]) => Number(uint.value),
  'double(string): double': ([text]) => parseDouble(text),
  'string(string): string': ([value]) => value,
  'string(bool): string': ([value]) => String(value),
  'string(int): string': ([value]) => String(value),
  'string(uint): string': ([uint]) => String(uint.value),
  'string(double): string': ([value]) => printDouble(value),
  'string(bytes): string': ([bytes]) => decode(bytes),
  'string(timestamp): string': ([moment]) => printTimestamp(moment),
  'string(duration): string': ([duration]) => printDuration(duration),
  'string(URL): string': ([value]) => String(value),
  'string(IP): string': ([value]) => String(value),
  'string(CIDR): string': ([value]) => String(value),
  'bytes(bytes): bytes': ([value]) => value,
  'bytes(string): bytes': ([text]) => encoder.encode(text),
  'timestamp(timestamp): timestamp': ([value]) => value,
  'timestamp(string): timestamp': ([text]) =>
    parseTimestamp(text) ?? refuse('timestamp', text),
  'timestamp(int): timestamp': ([seconds]) =>
    new CelTimestamp(seconds * SECOND),
  'duration(duration): duration': ([value]) => value,
  'duration(string): duration': ([text]) => {
    const nanoseconds = parseGoDuration(text);
    return nanoseconds === undefined
      ? refuse('duration', text)
      : new CelDuration(nanoseconds);
  },
  'duration(int): duration': ([nanoseconds]) => new CelDuration(nanoseconds),
});
