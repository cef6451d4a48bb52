/** Rows below a head, in columns; empty cells are a dash, as kubectl writes `<none>`. */
export function formatTable(
  head: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | undefined>>,
): string {
  const lines = [head, ...rows.map(row => row.map(cell => cell || '-'))];
  const widths = head.map((_, column) =>
    Math.max(...lines.map(line => line[column].length)),
  );
  return lines
    .map(line =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
