/** A value in one line, for hints, options and summaries. */
export function valueText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value === '' ? '""' : value;
    case 'boolean':
      return value ? 'on' : 'off';
    case 'object':
      return JSON.stringify(value);
    default:
      return String(value);
  }
}
