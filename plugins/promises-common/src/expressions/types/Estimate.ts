import type { ASTNode } from '@marcbachmann/cel-js';
import type { StaticType } from './StaticType';

/** What is known of an expression before it is evaluated: its type, and the most that it can cost. */
export interface Estimate {
  readonly type: StaticType;
  /** Kubernetes' units of cost; Infinity where nothing bounds it. */
  readonly cost: number;
}

/** What the estimates of nodes share. */
export interface EstimateContext {
  readonly variables: ReadonlyMap<string, StaticType>;
  /** Only the functions that Kubernetes has in validation rules. */
  readonly kubernetes: boolean;
  estimate(node: ASTNode, context?: EstimateContext): Estimate;
  /** Throws an ExpressionError at a node. */
  fail(node: ASTNode, problem: string): never;
}
