import { ExpressionError } from '../ExpressionError';
import { findExpressionEnd } from './findExpressionEnd';

/** A piece of a template: text as it is, or an expression with the offset at which it starts. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'expression';
      readonly source: string;
      readonly offset: number;
    };

const OPEN = '${{';
const ESCAPED = '$${{';

/**
 * Splits a template into texts and expressions. `$${{` stands for a plain `${{`.
 *
 * @throws ExpressionError where an expression is not closed
 */
export function splitTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  let at = 0;
  while (at < template.length) {
    if (template.startsWith(ESCAPED, at)) {
      text += OPEN;
      at += ESCAPED.length;
    } else if (template.startsWith(OPEN, at)) {
      const offset = at + OPEN.length;
      const end = findExpressionEnd(template, offset);
      if (end === undefined) {
        throw new ExpressionError(template, 'the ${{ is not closed by }}', {
          start: at,
          end: offset,
        });
      }
      if (text) parts.push({ kind: 'text', text });
      text = '';
      const source = template.slice(offset, end);
      parts.push({ kind: 'expression', source, offset });
      at = end + 2;
    } else {
      text += template[at++];
    }
  }
  if (text) parts.push({ kind: 'text', text });
  return parts;
}
