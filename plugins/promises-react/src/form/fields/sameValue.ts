/** Whether two JSON values say the same; the order of keys does not count. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) {
    return true;
  }
  if (
    typeof one !== 'object' ||
    typeof other !== 'object' ||
    one === null ||
    other === null ||
    Array.isArray(one) !== Array.isArray(other)
  ) {
    return false;
  }
  const before = Object.entries(one);
  const after = new Map(Object.entries(other));
  return (
    before.length === after.size &&
    before.every(
      ([key, value]) => after.has(key) && sameValue(value, after.get(key)),
    )
  );
}
