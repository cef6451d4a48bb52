import type { ASTNode } from '@marcbachmann/cel-js';

/** A macro that is called like a method. */
export interface MacroCall {
  readonly node: ASTNode;
  readonly name: string;
  readonly receiver: ASTNode;
  readonly argumentNodes: readonly ASTNode[];
}
