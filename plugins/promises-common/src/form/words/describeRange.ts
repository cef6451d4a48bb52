/** The bounds of a number or a count. */
export interface Range {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly aboveOnly?: boolean;
  readonly belowOnly?: boolean;
}

/**
 * Bounds in words: `1 to 10 items`, `at most 63 characters`, `more than 0`; undefined where there are none.
 *
 * @param noun - the plural of what is counted; none for plain numbers
 */
export function describeRange(range: Range, noun?: string): string | undefined {
  const { minimum, maximum, aboveOnly, belowOnly } = range;
  const counted = (text: string, last: number) => {
    if (!noun) return text;
    const one = noun === 'entries' ? 'entry' : noun.replace(/s$/, '');
    return `${text} ${last === 1 ? one : noun}`;
  };
  if (minimum !== undefined && maximum !== undefined) {
    if (minimum === maximum && !aboveOnly && !belowOnly)
      return counted(`exactly ${minimum}`, minimum);
    if (!aboveOnly && !belowOnly)
      return counted(`${minimum} to ${maximum}`, maximum);
    const low = `${aboveOnly ? 'more than' : 'at least'} ${minimum}`;
    return `${low}, ${belowOnly ? 'less than' : 'at most'} ${maximum}`;
  }
  if (minimum !== undefined)
    return counted(
      `${aboveOnly ? 'more than' : 'at least'} ${minimum}`,
      minimum,
    );
  if (maximum !== undefined)
    return counted(
      `${belowOnly ? 'less than' : 'at most'} ${maximum}`,
      maximum,
    );
  return undefined;
}
