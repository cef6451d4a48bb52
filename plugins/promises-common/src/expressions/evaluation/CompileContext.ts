import type { ASTNode } from '@marcbachmann/cel-js';
import type { Evaluate } from './Evaluate';

/** What the compilers of nodes share. */
export interface CompileContext {
  readonly source: string;
  /** Names that may be used here. */
  readonly variables: ReadonlySet<string>;
  compile(node: ASTNode, context?: CompileContext): Evaluate;
  /** Throws an ExpressionError at a node. */
  fail(node: ASTNode, problem: string): never;
}
