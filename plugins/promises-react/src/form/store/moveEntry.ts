/** What a list looks like after one entry moved. */
export function moveEntry<T>(
  list: readonly T[],
  from: number,
  to: number,
): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}
