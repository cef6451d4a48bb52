import { isDate } from './isDate';

const TIME =
  /^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})$/u;

/** A moment as in RFC 3339, as loose as the API server: small `t` and `z`, any character before the fraction. */
export function isDateTime(text: string): boolean {
  const [date, time] = text.toLowerCase().split('t');
  if (time === undefined || !isDate(date)) return false;
  const match = TIME.exec(time);
  return (
    match !== null && match[1] <= '23' && match[2] <= '59' && match[3] <= '59'
  );
}
