const SKIPPED =
  /(?:[rR][bB]?|[bB][rR])(?:"""[^]*?"""|'''[^]*?'''|"[^"\n]*"|'[^'\n]*')|[bB]?(?:"""(?:\\[^]|[^])*?"""|'''(?:\\[^]|[^])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\/[^\n]*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

/** An expression without the `?` of optional elements, each replaced by a blank so that places stay. */
export interface MarkedSource {
  readonly text: string;
  /** Where a `?` stood. */
  readonly marks: readonly number[];
}

/** Finds the optional elements of list and map literals (`[?a.?b]`, `{?"k": a.?b}`), which the parser does not know. */
export function markOptionalElements(source: string): MarkedSource {
  const marks: number[] = [];
  // What came before, blanks and comments aside: decides whether `[` starts a list or an index.
  let last = '';
  let beforeBracket = '';
  let at = 0;
  while (at < source.length) {
    const next = matchAt(SKIPPED, source, at) ?? matchAt(NAME, source, at);
    if (next !== undefined) {
      if (!source.startsWith('//', at)) last = 'value';
      at = next;
      continue;
    }
    const character = source[at];
    const startsIndex =
      last === '[' && ['value', ')', ']', '}'].includes(beforeBracket);
    if (character === '?' && ['[', ',', '{'].includes(last) && !startsIndex)
      marks.push(at);
    if (character.trim()) {
      beforeBracket = last;
      last = /[0-9]/.test(character) ? 'value' : character;
    }
    at++;
  }
  if (marks.length === 0) return { text: source, marks };
  const characters = [...Array(source.length).keys()].map(index =>
    marks.includes(index) ? ' ' : source[index],
  );
  return { text: characters.join(''), marks };
}

function matchAt(
  pattern: RegExp,
  source: string,
  at: number,
): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}
