const QUOTED =
  /(?:[rR][bB]?|[bB][rR])(?:"""[^]*?"""|'''[^]*?'''|"[^"\n]*"|'[^'\n]*')|[bB]?(?:"""(?:\\[^]|[^])*?"""|'''(?:\\[^]|[^])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\/[^\n]*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the expression that starts at an offset ends: before the first `}}` that is in no string and no braces. */
export function findExpressionEnd(
  template: string,
  offset: number,
): number | undefined {
  let depth = 0;
  let at = offset;
  while (at < template.length) {
    const next = matchAt(QUOTED, template, at);
    if (next > at) {
      at = next;
      continue;
    }
    const character = template[at];
    if (depth === 0 && template.startsWith('}}', at)) return at;
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (depth < 0) return undefined;
    at = Math.max(matchAt(NAME, template, at), at + 1);
  }
  return undefined;
}
