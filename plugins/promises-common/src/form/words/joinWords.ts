/** `a, b and c`. */
export function joinWords(
  words: readonly string[],
  conjunction: 'and' | 'or',
): string {
  if (words.length < 2) return words[0] ?? '';
  const last = words[words.length - 1];
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
