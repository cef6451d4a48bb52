const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};
const DURATION = /^(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h)/;

/**
 * Milliseconds of a duration as Go writes it (`1h30m`, `90s`, `0`); undefined where it is none. May be negative.
 *
 * @public
 */
export function parseGoDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') {
    return 0;
  }
  let milliseconds = 0;
  if (rest === '' || /^[+-]/.test(rest)) {
    return undefined;
  }
  while (rest !== '') {
    const part = DURATION.exec(rest)?.[0];
    if (!part) {
      return undefined;
    }
    const amount = Number.parseFloat(part);
    milliseconds += amount * UNITS[part.replace(/^[\d.]+/, '')];
    rest = rest.slice(part.length);
  }
  return sign * milliseconds;
}
