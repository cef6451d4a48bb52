import type { CelDuration } from '../values/CelDuration';
import type { CelTimestamp } from '../values/CelTimestamp';
import { declareFunctions } from './declareFunctions';
import { zonedDate } from './zonedDate';

const MILLISECOND = 1_000_000n;
const SECOND = 1_000_000_000n;
const DAY = 86_400_000;

type Part = (date: Date) => number;

const part =
  (read: Part) =>
  ([moment, zone]: readonly unknown[]) =>
    BigInt(read(zonedDate(moment as CelTimestamp, zone as string | undefined)));

const dayOfYear: Part = date =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY);

/** Parts of a moment, in UTC or in a zone; months, days of the month and of the year count from 0. */
const parts: Readonly<Record<string, Part>> = {
  getFullYear: date => date.getUTCFullYear(),
  getMonth: date => date.getUTCMonth(),
  getDate: date => date.getUTCDate(),
  getDayOfMonth: date => date.getUTCDate() - 1,
  getDayOfWeek: date => date.getUTCDay(),
  getDayOfYear: dayOfYear,
  getHours: date => date.getUTCHours(),
  getMinutes: date => date.getUTCMinutes(),
  getSeconds: date => date.getUTCSeconds(),
  getMilliseconds: date => date.getUTCMilliseconds(),
};

const whole =
  (unit: bigint) =>
  ([duration]: readonly [CelDuration]) =>
    duration.nanoseconds / unit;

/** Moments and durations. */
export const timeFunctions = declareFunctions({
  ...Object.fromEntries(
    Object.entries(parts).flatMap(([name, read]) => [
      [`timestamp.${name}(): int`, part(read)],
      [`timestamp.${name}(string): int`, part(read)],
    ]),
  ),
  'duration.getHours(): int': whole(3600n * SECOND),
  'duration.getMinutes(): int': whole(60n * SECOND),
  'duration.getSeconds(): int': whole(SECOND),
  'duration.getMilliseconds(): int': ([duration]) =>
    (duration.nanoseconds % SECOND) / MILLISECOND,
});
