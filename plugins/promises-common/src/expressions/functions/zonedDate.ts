import { Fault } from '../evaluation/Fault';
import type { CelTimestamp } from '../values/CelTimestamp';

const MINUTE = 60_000;

function offsetOf(zone: string, milliseconds: number): number {
  const fixed = /^([-+]?)(\d{1,2}):(\d{2})$/.exec(zone);
  if (fixed) {
    const size = (Number(fixed[2]) * 60 + Number(fixed[3])) * MINUTE;
    return fixed[1] === '-' ? -size : size;
  }
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      timeZoneName: 'longOffset',
    });
    const name = format
      .formatToParts(milliseconds)
      .find(({ type }) => type === 'timeZoneName')?.value;
    const offset = /GMT([-+])(\d{2}):(\d{2})/.exec(name ?? '');
    if (!offset) return 0;
    const size = (Number(offset[2]) * 60 + Number(offset[3])) * MINUTE;
    return offset[1] === '-' ? -size : size;
  } catch {
    throw new Fault(`there is no time zone ${zone}`);
  }
}

/** A moment as a date whose UTC parts are those of a zone. */
export function zonedDate({ nanoseconds }: CelTimestamp, zone = 'UTC'): Date {
  const milliseconds = Number(nanoseconds / 1_000_000n);
  const offset = zone === 'UTC' ? 0 : offsetOf(zone, milliseconds);
  return new Date(milliseconds + offset);
}
