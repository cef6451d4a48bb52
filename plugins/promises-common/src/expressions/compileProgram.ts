import { compileNode } from './evaluation/compileNode';
import type { Evaluate } from './evaluation/Evaluate';
import { parseExpression } from './parsing/parseExpression';

/** Options of a program. */
export interface ProgramOptions {
  readonly variables: readonly string[];
  /** Only the functions that Kubernetes has in validation rules. */
  readonly kubernetes?: boolean;
}

/** A compiled expression over CEL values. */
export interface Program {
  readonly evaluate: Evaluate;
  /** Variables that the expression reads. */
  readonly uses: ReadonlySet<string>;
}

/**
 * Compiles an expression over CEL values.
 *
 * @throws ExpressionError
 */
export function compileProgram(
  source: string,
  { variables, kubernetes = false }: ProgramOptions,
): Program {
  const uses = new Set<string>();
  const { node, optionalMarks } = parseExpression(source);
  const evaluate = compileNode(node, {
    source,
    optionalMarks,
    kubernetes,
    variables: new Set(variables),
    uses,
  });
  return { evaluate, uses };
}
