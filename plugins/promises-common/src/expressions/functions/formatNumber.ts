import { isBytes } from '../values/isBytes';

import { roundHalfEven } from './roundHalfEven';

const DEFAULT_DIGITS = 6;
const MOST_FIXED_DIGITS = 100;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
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
  return value > 0 ? '∞' : '-∞';
}

/** With thousands apart, as Kubernetes' English printer writes it: `1,500.50`. */
function fixed(value: number, digits: number): string {
  const [whole, fraction] = roundHalfEven(digits, size =>
    value.toFixed(size),
  ).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Kubernetes' English printer writes `1.500500 × 10⁰³` with narrow blanks, and six digits whatever is asked for. */
function scientific(value: number): string {
  const [mantissa, exponent] = roundHalfEven(DEFAULT_DIGITS, size =>
    value.toExponential(size),
  ).split('e');
  const power = String(Math.abs(Number(exponent))).padStart(2, '0');
  const raised = [...power].map(digit => SUPERSCRIPTS[Number(digit)]).join('');
  const sign = exponent.startsWith('-') ? '⁻' : '';
  return `${mantissa}\u202f×\u202f10${sign}${raised}`;
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
      if (typeof value === 'number' && !Number.isFinite(value)) {
        if (Number.isNaN(value)) return 'NaN';
        return value > 0 ? 'Infinity' : '-Infinity';
      }
      return typeof value === 'bigint' ? String(value) : undefined;
    case 'f':
    case 'e':
      if (typeof value !== 'number') return undefined;
      return (
        special(value) ??
        (verb === 'f' ? fixed(value, digits) : scientific(value))
      );
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
