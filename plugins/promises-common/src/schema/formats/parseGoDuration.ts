const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const PART = /([0-9]*)(\.[0-9]*)?([^0-9.]+)/y;
const LIMIT = 2n ** 63n;

/** The nanoseconds of a duration as Go writes it (`1h30m`, `-1.5s`, `0`); undefined for anything else. */
export function parseGoDuration(text: string): bigint | undefined {
  const negative = text.startsWith('-');
  const rest = /^[-+]/.test(text) ? text.slice(1) : text;
  if (rest === '0') return 0n;
  if (rest === '') return undefined;
  let total = 0n;
  PART.lastIndex = 0;
  while (PART.lastIndex < rest.length) {
    const match = PART.exec(rest);
    if (!match) return undefined;
    const [, whole, fraction = '', name] = match;
    const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
    if (unit === undefined || (whole === '' && fraction.length < 2))
      return undefined;
    total += BigInt(whole || '0') * unit;
    const digits = fraction.slice(1, 19);
    if (digits) total += (BigInt(digits) * unit) / 10n ** BigInt(digits.length);
    if (total > LIMIT) return undefined;
  }
  if (!negative && total === LIMIT) return undefined;
  return negative ? -total : total;
}
