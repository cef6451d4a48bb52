/** The object without the keys that are null or undefined: the API leaves out what is not there. */
export function withoutAbsent<T extends object>(
  object: T,
): { [Key in keyof T]: Exclude<T[Key], null> } {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  ) as { [Key in keyof T]: Exclude<T[Key], null> };
}
