/** Entity refs in the case in which they are stored. */
export function sameRefs(refs: readonly string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}
