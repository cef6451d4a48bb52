/** A JSON column that this package wrote. The type is a promise of the writer, not a check. */
export function parseJson<T>(text: string): T {
  return JSON.parse(text) as T;
}
