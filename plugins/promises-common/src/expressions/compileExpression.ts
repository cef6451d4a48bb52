import { Budget } from './evaluation/Budget';
import { Fault } from './evaluation/Fault';
import { Scope } from './evaluation/Scope';
import { compileProgram } from './compileProgram';
import { ExpressionError } from './ExpressionError';
import { fromJson } from './values/fromJson';
import { toJson } from './values/toJson';

/** How an expression is compiled. @public */
export interface ExpressionOptions {
  /** Names that the expression may use. Others are refused when it is compiled. */
  readonly variables: readonly string[];
  /** Steps that one evaluation may take; default 1,000,000. About a million operations, or ten million characters. */
  readonly maxSteps?: number;
}

/** A compiled expression of CEL. @public */
export interface CompiledExpression {
  readonly source: string;
  /**
   * Evaluates with values for the variables, which are plain JSON; whole numbers are CEL ints. The result is plain
   * JSON again. The context is not changed.
   *
   * @throws ExpressionError
   */
  evaluate(context: Readonly<Record<string, unknown>>): unknown;
}

const DEFAULT_STEPS = 1_000_000;

/**
 * Compiles an expression of CEL as Kubernetes uses it.
 *
 * Bounds: 20,000 characters, 5,000 nodes, nesting of 120, and the steps of the options for each evaluation.
 *
 * @throws ExpressionError for syntax, unknown names and functions, with the place
 * @public
 */
export function compileExpression(
  source: string,
  options: ExpressionOptions,
): CompiledExpression {
  const { variables, maxSteps = DEFAULT_STEPS } = options;
  const { evaluate } = compileProgram(source, { variables });
  return {
    source,
    evaluate(context) {
      const values = new Map(
        variables.flatMap(name =>
          Object.hasOwn(context, name) && context[name] !== undefined
            ? [[name, fromJson(context[name])] as const]
            : [],
        ),
      );
      try {
        return toJson(evaluate(new Scope(new Budget(maxSteps), values)));
      } catch (error) {
        if (error instanceof Fault)
          throw new ExpressionError(source, error.message, error.range);
        throw error;
      }
    },
  };
}
