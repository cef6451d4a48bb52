import { ExpressionError } from '../ExpressionError';

/**
 * A result within a longer text.
 *
 * @throws ExpressionError for null, which is more likely a mistake than a wish
 */
export function printResult(
  result: unknown,
  template: string,
  part: { readonly source: string; readonly offset: number },
): string {
  if (typeof result === 'string') return result;
  if (result === null || result === undefined) {
    throw new ExpressionError(
      template,
      'it is null, which cannot be part of a text; give another value with .orValue(…) or a condition',
      { start: part.offset, end: part.offset + part.source.length },
    );
  }
  return JSON.stringify(result);
}
