import {
  Environment,
  type ASTNode,
  type ParseError,
} from '@marcbachmann/cel-js';
import { ExpressionError } from '../ExpressionError';
import { markOptionalElements } from './markOptionalElements';

/** The longest expression that is read, in characters. */
const LONGEST = 20_000;

// Only the parser of the library is used: names and types are checked, and functions called, by this module.
const environment = new Environment({
  enableOptionalTypes: true,
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 5_000, maxDepth: 120 },
});

/** A syntax tree, and where a `?` marked elements of lists and maps as optional. */
export interface ParsedExpression {
  readonly node: ASTNode;
  readonly optionalMarks: readonly number[];
}

/**
 * The syntax tree of an expression.
 *
 * @throws ExpressionError
 */
export function parseExpression(source: string): ParsedExpression {
  if (source.trim() === '') throw new ExpressionError(source, 'it is empty');
  if (source.length > LONGEST) {
    throw new ExpressionError(
      source,
      `it has ${source.length} characters, at most ${LONGEST} are read`,
    );
  }
  try {
    const { text, marks } = markOptionalElements(source);
    return { node: environment.parse(text).ast, optionalMarks: marks };
  } catch (error) {
    const { summary, message, range } = error as ParseError;
    throw new ExpressionError(source, summary ?? message, range);
  }
}
