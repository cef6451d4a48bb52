const digitsOf = (text: string) => text.replace(/[\s-]+/g, '');

/** An ISBN of ten characters with its check digit. */
export function isIsbn10(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^(?:[0-9]{9}X|[0-9]{10})$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const value = digits[index] === 'X' ? 10 : Number(digits[index]);
    sum += (index + 1) * value;
  }
  return sum % 11 === 0;
}

/** An ISBN of thirteen digits with its check digit. */
export function isIsbn13(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^[0-9]{13}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 13; index++)
    sum += (index % 2 === 0 ? 1 : 3) * Number(digits[index]);
  return sum % 10 === 0;
}
