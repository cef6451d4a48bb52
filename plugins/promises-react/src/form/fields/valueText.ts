/** A value in one line, for hints, options and summaries. */
export function valueText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value === '' ? '""' : value;
    case 'boolean':
      return value ? 'on' : 'off';
    case 'object':
      return listText(value) ?? JSON.stringify(value);
    default:
      return String(value);
  }
}

function listText(value: object | null): string | undefined {
  if (value === null) {
    return undefined;
  }
  const items: unknown[] = Array.isArray(value) ? value : Object.keys(value);
  if (items.length === 0) {
    return 'none';
  }
  return Array.isArray(value) && items.every(item => typeof item !== 'object')
    ? items.map(valueText).join(', ')
    : undefined;
}
