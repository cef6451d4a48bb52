/** The text after an edit that a page shows: lines with `+` are new, with `-` gone, the others say where. */
export function applyDifference(text: string, difference: string): string {
  const lines = difference.split('\n').filter(line => line !== '');
  const side = (other: string) =>
    lines
      .filter(line => !line.startsWith(other))
      .map(line => `${line.slice(1)}\n`)
      .join('');
  const places = text.split(side('+'));
  if (places.length !== 2) {
    throw new Error(
      `The lines to edit are there ${places.length - 1} times:\n${side('+')}`,
    );
  }
  return places.join(side('-'));
}
