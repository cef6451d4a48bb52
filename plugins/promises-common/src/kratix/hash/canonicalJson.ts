import { printJson } from './printJson';

/**
 * JSON with sorted keys and no spaces, byte for byte as Go's `json.Marshal` prints a map: what Kratix hashes. Keys that
 * are undefined are left out. Throws a TypeError for what JSON has no word for (bigint, functions, cycles by depth).
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  return printJson(value, sortKeys);
}

// Go sorts by UTF-8 bytes, which is the order of code points; that of UTF-16 units differs only where surrogates are.
function sortKeys(keys: string[]): string[] {
  return keys.some(key => /[\uD800-\uDFFF]/.test(key))
    ? keys.sort(compareCodePoints)
    : keys.sort();
}

function compareCodePoints(left: string, right: string): number {
  const a = Array.from(left);
  const b = Array.from(right);
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = a[index].codePointAt(0)! - b[index].codePointAt(0)!;
    if (difference !== 0) {
      return difference;
    }
  }
  return a.length - b.length;
}
