/** A number with its noun: `1 item`, `2 items`. */
export function countOf(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${
    noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
  }`;
}
