import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { ListValue } from '../values/ListValue';
import { compileLoop } from './compileLoop';
import type { MacroCall } from './MacroCall';
import { notBoolean } from './notBoolean';

/** `filter`: the items or keys for which the condition holds. */
export function compileFilter(
  call: MacroCall,
  context: CompileContext,
): Evaluate {
  const { turns, bodies } = compileLoop(call, 1, context);
  return scope => {
    const kept: unknown[] = [];
    for (const turn of turns(scope)) {
      const result = bodies[0](turn.scope);
      if (typeof result !== 'boolean') throw notBoolean(call, result);
      if (result) kept.push(turn.first);
    }
    return new ListValue(kept);
  };
}
