/** The types of a list that is separated by commas, with those inside of `<…>` left whole. */
export function splitTypes(list: string): string[] {
  const types: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of list) {
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character === ',' && depth === 0) {
      types.push(current.trim());
      current = '';
    } else {
      current += character;
    }
  }
  return current.trim() ? [...types, current.trim()] : types;
}
