/** A pattern of LIKE … ESCAPE '\\' that finds the text anywhere, in lower case. */
export function containsPattern(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}
