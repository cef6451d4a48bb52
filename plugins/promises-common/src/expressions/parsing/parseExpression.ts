import {
  Environment,
  type ASTNode,
  type ParseError,
} from '@marcbachmann/cel-js';
import { ExpressionError } from '../ExpressionError';

/** The longest expression that is read, in characters. */
const LONGEST = 20_000;

// Only the parser of the library is used: names and types are checked, and functions called, by this module.
const environment = new Environment({
  enableOptionalTypes: true,
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 5_000, maxDepth: 120 },
});

/**
 * The syntax tree of an expression.
 *
 * @throws ExpressionError
 */
export function parseExpression(source: string): ASTNode {
  if (source.trim() === '') throw new ExpressionError(source, 'it is empty');
  if (source.length > LONGEST) {
    throw new ExpressionError(
      source,
      `it has ${source.length} characters, at most ${LONGEST} are read`,
    );
  }
  try {
    return environment.parse(source).ast;
  } catch (error) {
    const { summary, message, range } = error as ParseError;
    throw new ExpressionError(source, summary ?? message, range);
  }
}
