/** Line and column, both from 1, of the start of a range. */
export function describePosition(
  source: string,
  range: { readonly start: number },
): { line: number; column: number } {
  const before = source.slice(0, range.start);
  const line = before.split('\n').length;
  return { line, column: range.start - before.lastIndexOf('\n') };
}
