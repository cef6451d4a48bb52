import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { Fault } from '../evaluation/Fault';
import { CelOptional } from '../values/CelOptional';
import { typeNameOf } from '../values/typeNameOf';
import { bindVariables } from './bindVariables';
import type { MacroCall } from './MacroCall';

/** `optMap` and `optFlatMap`: the expression for the value of an optional, if it has one. */
export function compileOptionalMap(
  { name, receiver, argumentNodes }: MacroCall,
  context: CompileContext,
): Evaluate {
  const optional = context.compile(receiver);
  const { names, inner } = bindVariables(argumentNodes.slice(0, 1), context);
  const body = inner.compile(argumentNodes[1]);
  return scope => {
    const value = optional(scope);
    if (!(value instanceof CelOptional))
      throw new Fault(`${name} needs an optional, not ${typeNameOf(value)}`);
    if (!value.present) return value;
    const result = body(scope.with(new Map([[names[0], value.value]])));
    if (name === 'optMap') return CelOptional.of(result);
    if (result instanceof CelOptional) return result;
    throw new Fault(
      `optFlatMap must give an optional, not ${typeNameOf(result)}`,
    );
  };
}
