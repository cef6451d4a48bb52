/**
 * The shortest way from a Promise over what it requires back to itself, with its name at both ends; undefined where there
 * is none.
 */
export function findRequirementCycle(
  name: string,
  requiredBy: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const seen = new Set<string>();
  let paths = [[name]];
  while (paths.length > 0) {
    const longer: string[][] = [];
    for (const path of paths) {
      for (const next of requiredBy.get(path[path.length - 1]) ?? []) {
        if (next === name) return [...path, next];
        if (!seen.has(next)) {
          seen.add(next);
          longer.push([...path, next]);
        }
      }
    }
    paths = longer;
  }
  return undefined;
}
