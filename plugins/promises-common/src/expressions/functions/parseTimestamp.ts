import { isDate } from '../../schema/formats/isDate';
import { CelTimestamp } from '../values/CelTimestamp';

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:[Zz]|([-+])(\d{2}):(\d{2}))$/;
const MILLISECOND = 1_000_000n;
const MINUTE = 60_000;

/** A moment of RFC 3339; undefined for anything else. */
export function parseTimestamp(text: string): CelTimestamp | undefined {
  const match = TIMESTAMP.exec(text);
  if (!match || !isDate(match[1])) return undefined;
  const [
    ,
    date,
    hours,
    minutes,
    seconds,
    fraction,
    sign,
    zoneHours,
    zoneMinutes,
  ] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined;
  const local = Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`);
  const offset =
    (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * MINUTE;
  const moment = sign === '-' ? local + offset : local - offset;
  const nanoseconds = BigInt((fraction ?? '').slice(0, 9).padEnd(9, '0'));
  return new CelTimestamp(BigInt(moment) * MILLISECOND + nanoseconds);
}
