import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { compileLoop } from './compileLoop';
import type { MacroCall } from './MacroCall';
import { notBoolean } from './notBoolean';

/** `exists_one`: true for exactly one turn; every turn must succeed. */
export function compileExistsOne(
  call: MacroCall,
  context: CompileContext,
): Evaluate {
  const variables = call.argumentNodes.length === 3 ? 2 : 1;
  const { turns, bodies } = compileLoop(call, variables, context);
  return scope => {
    let count = 0;
    for (const turn of turns(scope)) {
      const result = bodies[0](turn.scope);
      if (typeof result !== 'boolean') throw notBoolean(call, result);
      if (result) count++;
    }
    return count === 1;
  };
}
