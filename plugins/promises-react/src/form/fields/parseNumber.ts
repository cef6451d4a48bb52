/** What the text of a number field means. */
export type ParsedNumber =
  | { readonly value: number }
  | { readonly message: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a number as a person writes it. Text that is not one, or not yet, is told in words. */
export function parseNumber(text: string, isInteger: boolean): ParsedNumber {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) {
    return {
      message: isInteger
        ? 'This is not a whole number'
        : 'This is not a number',
    };
  }
  const value = Number(trimmed);
  if (!Number.isFinite(value)) {
    return { message: 'This number is too large' };
  }
  if (isInteger && !Number.isInteger(value)) {
    return { message: 'This has to be a whole number' };
  }
  if (isInteger && !Number.isSafeInteger(value)) {
    return { message: 'This number is too large to be kept exactly' };
  }
  return { value };
}
