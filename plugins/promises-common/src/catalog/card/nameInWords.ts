/** The name of an object for people: `dev-cluster` becomes `Dev cluster`. */
export function nameInWords(name: string): string {
  const words =
    name
      .split(/[-_.]+/)
      .filter(Boolean)
      .join(' ') || name;
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}
