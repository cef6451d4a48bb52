/** From this power of ten on, and below the other, Go writes an exponent. */
const LARGEST_PLAIN = 6;
const SMALLEST_PLAIN = -4;

/** A double as Go's `strconv.FormatFloat(value, 'g', -1, 64)` writes it: `0.1`, `1e+06`, `+Inf`. */
export function printDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= SMALLEST_PLAIN && power < LARGEST_PLAIN) return String(value);
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${digits}e${power < 0 ? '-' : '+'}${size}`;
}
