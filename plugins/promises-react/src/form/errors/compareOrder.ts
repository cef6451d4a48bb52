/** Which of two fields is drawn first, from their places in the sections around them. */
export function compareOrder(
  one: readonly number[],
  other: readonly number[],
): number {
  const at = one.findIndex((place, depth) => place !== other[depth]);
  return at === -1
    ? one.length - other.length
    : (one[at] ?? 0) - (other[at] ?? -1);
}
