const ATOM = "[A-Za-z0-9!#$%&'*+\\-/=?^_`{|}~\\u0080-\\u{10ffff}]+";
const DOT_ATOM = `${ATOM}(?:\\.${ATOM})*`;
const QUOTED = '"(?:[^"\\\\\\r\\n]|\\\\[^\\r\\n])*"';
const LITERAL = '\\[[^\\[\\]\\\\\\s]+\\]';
const ADDRESS = `(?:${DOT_ATOM}|${QUOTED})@(?:${DOT_ATOM}|${LITERAL})`;
const WORD = `(?:${ATOM}|${QUOTED}|\\.)`;
const COMMENT = '(?:\\s*\\([^()]*\\))?';
const EMAIL = new RegExp(
  `^[ \\t]*(?:${ADDRESS}|(?:${WORD}[ \\t]*)*<[ \\t]*${ADDRESS}[ \\t]*>)${COMMENT}[ \\t]*$`,
  'u',
);
const LONGEST = 1000;

/** One mail address, also with a name before it: `Bob <bob@example.com>`. */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST && EMAIL.test(text);
}
