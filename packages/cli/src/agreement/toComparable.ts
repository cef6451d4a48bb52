/** A text that is equal for JSON values that are stored alike: keys in order, `1.0` as `1`, whole numbers exact. */
export function toComparable(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'undefined';
}

function sorted(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const double = Number(value);
    return BigInt(double) === value ? double : `${value}n`;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return sorted(value.toJSON());
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}
