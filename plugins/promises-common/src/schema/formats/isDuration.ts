import { parseGoDuration } from './parseGoDuration';

const PART = /[0-9]+\s*([A-Za-zµ]+)/g;
const EXACT = ['ns', 'us', 'µs', 'ms', 's', 'm', 'h', 'hr', 'd', 'w', 'wk'];
const PREFIXES = [
  'nano',
  'micro',
  'milli',
  'sec',
  'min',
  'hour',
  'day',
  'week',
];

/** A duration of Go or any text in which a number is followed by the name of a unit: `2d`, `3 minutes`. */
export function isDuration(text: string): boolean {
  if (parseGoDuration(text) !== undefined) return true;
  for (const [, name] of text.matchAll(PART)) {
    const unit = name.toLowerCase();
    if (EXACT.includes(unit)) return true;
    if (PREFIXES.some(prefix => unit.startsWith(prefix))) return true;
  }
  return false;
}
