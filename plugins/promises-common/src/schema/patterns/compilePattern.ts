import { RE2JS } from 're2js';

/** A compiled regular expression: does it occur in the text? */
export type Pattern = (text: string) => boolean;

const NAMED_GROUP = /(^|[^\\])\(\?P?<\w+>/g;

/**
 * Compiles a regular expression of Go (RE2), unanchored, linear in time.
 *
 * @throws an error that names the fault when RE2 refuses the expression
 */
export function compilePattern(source: string): Pattern {
  const expression = compileExpression(source);
  return text => expression.test(text);
}

/** Compiles to what the library makes of it. */
export function compileExpression(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    // Kubernetes takes two groups of one name. A match does not depend on names.
    const duplicate = String(error).includes('duplicate capture group name');
    if (!duplicate) throw error;
    return RE2JS.compile(source.replaceAll(NAMED_GROUP, '$1('));
  }
}
