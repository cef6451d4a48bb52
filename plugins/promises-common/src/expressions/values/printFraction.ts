const DIGITS = 9;

/** Nanoseconds within a second as a fraction without trailing zeros: `.5`, or nothing for none. */
export function printFraction(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '';
  const digits = String(nanoseconds).padStart(DIGITS, '0');
  return `.${digits.replace(/0+$/, '')}`;
}
