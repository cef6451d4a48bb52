import { isBytes } from '../values/isBytes';

const DEFAULT_DIGITS = 6;
const MOST_FIXED_DIGITS = 100;
const encoder = new TextEncoder();

function hex(value: unknown): string | undefined {
  const bytes = typeof value === 'string' ? encoder.encode(value) : value;
  if (typeof value === 'bigint') return value.toString(16);
  if (!isBytes(bytes)) return undefined;
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return undefined;
  return value > 0 ? 'Infinity' : '-Infinity';
}

function scientific(value: number, digits: number): string {
  const [mantissa, exponent] = value.toExponential(digits).split('e');
  const power = Math.abs(Number(exponent));
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${String(power).padStart(2, '0')}`;
}

/** A value as one of the clauses for numbers prints it; undefined where the clause does not take it. */
export function formatNumber(
  verb: string,
  value: unknown,
  precision = DEFAULT_DIGITS,
): string | undefined {
  const digits = Math.min(precision, MOST_FIXED_DIGITS);
  switch (verb) {
    case 'd':
      if (typeof value === 'number') return special(value);
      return typeof value === 'bigint' ? String(value) : undefined;
    case 'f':
    case 'e': {
      if (typeof value !== 'number' && typeof value !== 'bigint')
        return undefined;
      const number = Number(value);
      return (
        special(number) ??
        (verb === 'f' ? number.toFixed(digits) : scientific(number, digits))
      );
    }
    case 'x':
      return hex(value);
    case 'X':
      return hex(value)?.toUpperCase();
    case 'o':
      return typeof value === 'bigint' ? value.toString(8) : undefined;
    case 'b':
      if (typeof value === 'boolean') return value ? '1' : '0';
      return typeof value === 'bigint' ? value.toString(2) : undefined;
    default:
      return undefined;
  }
}
