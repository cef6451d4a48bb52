import type { ASTNode } from '@marcbachmann/cel-js';
import type { Evaluate } from './Evaluate';

/** What the compilers of nodes share. */
export interface CompileContext {
  readonly source: string;
  /** Names that may be used here. */
  readonly variables: ReadonlySet<string>;
  /** Where a `?` marked elements of lists and maps as optional. */
  readonly optionalMarks: readonly number[];
  /** Collects the names that are used. */
  readonly uses: Set<string>;
  /** Only the functions that Kubernetes has in validation rules. */
  readonly kubernetes: boolean;
  compile(node: ASTNode, context?: CompileContext): Evaluate;
  /** Throws an ExpressionError at a node. */
  fail(node: ASTNode, problem: string): never;
}
