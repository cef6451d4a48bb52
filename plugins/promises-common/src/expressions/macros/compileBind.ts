import type { ASTNode } from '@marcbachmann/cel-js';
import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { bindVariables } from './bindVariables';

/** `cel.bind(name, value, expression)`. */
export function compileBind(
  [variable, value, body]: readonly ASTNode[],
  context: CompileContext,
): Evaluate {
  const bound = context.compile(value);
  const { names, inner } = bindVariables([variable], context);
  const result = inner.compile(body);
  return scope => result(scope.with(new Map([[names[0], bound(scope)]])));
}
