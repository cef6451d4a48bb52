/** The columns of `wanted` whose values differ from those of the row. Booleans are 0 or 1 on SQLite. */
export function changedColumns<Row extends object>(
  row: Row,
  wanted: Partial<Row>,
): Partial<Row> {
  const changes: Partial<Row> = {};
  for (const key of Object.keys(wanted) as Array<keyof Row>) {
    const value = wanted[key];
    const same =
      typeof value === 'boolean'
        ? Boolean(row[key]) === value
        : row[key] === value;
    if (!same) {
      changes[key] = value;
    }
  }
  return changes;
}
