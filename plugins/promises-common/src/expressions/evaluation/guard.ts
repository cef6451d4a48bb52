import type { ASTNode } from '@marcbachmann/cel-js';
import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';

/** Counts a step for each evaluation of a node, and says where a fault came from. */
export function guard(node: ASTNode, evaluate: Evaluate): Evaluate {
  return scope => {
    try {
      scope.budget.spend(1);
      return evaluate(scope);
    } catch (error) {
      if (error instanceof Fault) {
        error.range ??= node.range;
        throw error;
      }
      if (error instanceof RangeError)
        throw new Fault('it is nested too deeply', true);
      throw error;
    }
  };
}
