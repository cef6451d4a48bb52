/** Splits a text into at most `count` parts, all for a negative count; the last part keeps the rest. */
export function splitText(
  text: string,
  separator: string,
  count: bigint,
): string[] {
  if (count === 0n) return [];
  const parts = separator === '' ? [...text] : text.split(separator);
  const limit = Number(count);
  if (limit < 0 || parts.length <= limit) return parts;
  return [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)];
}
