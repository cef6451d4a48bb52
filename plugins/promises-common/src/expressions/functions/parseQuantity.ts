import { Quantity } from './Quantity';

const QUANTITY =
  /^([-+]?)(\d+\.?\d*|\.\d+)(?:([eE])([-+]?\d{1,4})|([numkMGTPE]|[KMGTPE]i)?)$/;
const NANO_DIGITS = 9;
const LARGEST = (2n ** 63n - 1n) * 1_000_000_000n;
const LARGEST_POWER = 60;
const POWERS: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const BINARY = 'KMGTPE';

/** The quantity that a text spells; undefined where it spells none. What is too small is rounded up, as Kubernetes does. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text);
  if (!match) return undefined;
  const [, sign, number, , exponent, suffix = ''] = match;
  const [whole, fraction = ''] = number.split('.');
  const binary = suffix.endsWith('i');
  const factor = binary ? 1024n ** BigInt(BINARY.indexOf(suffix[0]) + 1) : 1n;
  const suffixPower = binary ? 0 : POWERS[suffix];
  const power =
    (exponent === undefined ? suffixPower : Number(exponent)) +
    NANO_DIGITS -
    fraction.length;
  const digits = BigInt(`${whole}${fraction}`) * factor;
  const size = scale(digits, power);
  const bounded = size > LARGEST ? LARGEST : size;
  return new Quantity(sign === '-' ? -bounded : bounded);
}

function scale(digits: bigint, power: number): bigint {
  if (digits === 0n) return 0n;
  if (power >= 0) return digits * 10n ** BigInt(Math.min(power, LARGEST_POWER));
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor - 1n) / divisor;
}
