/** The order of two texts by code points, as Go has it: -1, 0 or 1. */
export function compareTexts(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    // Halves of astral characters come after everything else of the basic plane.
    const high = (unit: number) =>
      unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
    return high(a) < high(b) ? -1 : 1;
  }
  return Math.sign(left.length - right.length);
}
