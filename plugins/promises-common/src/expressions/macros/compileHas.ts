import type { ASTNode } from '@marcbachmann/cel-js';
import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { Fault } from '../evaluation/Fault';
import { CelOptional } from '../values/CelOptional';
import { MapValue } from '../values/MapValue';
import { typeNameOf } from '../values/typeNameOf';

/** `has(a.b)`: whether the field is there; what is before it must be. */
export function compileHas(
  node: ASTNode,
  selection: ASTNode,
  context: CompileContext,
): Evaluate {
  if (selection.op !== '.' && selection.op !== '.?')
    return context.fail(node, 'has() takes a field: has(spec.size)');
  const container = context.compile(selection.args[0]);
  const field = selection.args[1];
  return scope => {
    const found = container(scope);
    if (found instanceof CelOptional && !found.present) return false;
    const inner = found instanceof CelOptional ? found.value : found;
    if (inner instanceof MapValue) return inner.isSet(field);
    throw new Fault(`a value of type ${typeNameOf(inner)} has no fields`);
  };
}
