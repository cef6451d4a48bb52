/** A value as it comes back from a JSON column: to be compared with one that did. */
export function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
