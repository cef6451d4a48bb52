/** More digits than any double has after those that are printed. */
const EXACT_DIGITS = 100;

/** Whether a text ends with an odd digit. */
const isOdd = (digits: string) => '13579'.includes(digits[digits.length - 1]);

/**
 * The digits of a number for printing, a tie rounded to the even digit as Go does; JavaScript rounds it away from zero.
 *
 * @param print - prints the number with so many digits after the point, rounded JavaScript's way
 */
export function roundHalfEven(
  digits: number,
  print: (digits: number) => string,
): string {
  const rounded = print(digits);
  if (digits >= EXACT_DIGITS) return rounded;
  const [mantissa, exponent] = print(EXACT_DIGITS).split('e');
  const cut = mantissa.slice(0, mantissa.length - (EXACT_DIGITS - digits));
  const rest = mantissa.slice(cut.length);
  if (!/^50*$/.test(rest)) return rounded;
  const down = cut.endsWith('.') ? cut.slice(0, -1) : cut;
  if (isOdd(down)) return rounded;
  return exponent === undefined ? down : `${down}e${exponent}`;
}
