import { attempt } from '../evaluation/attempt';
import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { Fault } from '../evaluation/Fault';
import { compileLoop } from './compileLoop';
import type { MacroCall } from './MacroCall';
import { notBoolean } from './notBoolean';

/** `all` and `exists`: a turn that decides makes the failures of others not matter. */
export function compileExists(
  call: MacroCall,
  context: CompileContext,
): Evaluate {
  const variables = call.argumentNodes.length === 3 ? 2 : 1;
  const { turns, bodies } = compileLoop(call, variables, context);
  const deciding = call.name === 'exists';
  return scope => {
    let fault: Fault | undefined;
    for (const turn of turns(scope)) {
      const result = attempt(bodies[0], turn.scope);
      if (result === deciding) return deciding;
      if (result instanceof Fault) fault ??= result;
      else if (typeof result !== 'boolean') fault ??= notBoolean(call, result);
    }
    if (fault) throw fault;
    return !deciding;
  };
}
