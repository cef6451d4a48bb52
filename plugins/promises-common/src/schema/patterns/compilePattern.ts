import { RE2JS } from 're2js';

/** A compiled regular expression: does it occur in the text? */
export type Pattern = (text: string) => boolean;

/**
 * Compiles a regular expression of Go (RE2), unanchored, linear in time.
 *
 * @throws an error that names the fault when RE2 refuses the expression
 */
export function compilePattern(source: string): Pattern {
  const expression = RE2JS.compile(source);
  return text => expression.test(text);
}
