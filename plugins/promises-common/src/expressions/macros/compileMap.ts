import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { ListValue } from '../values/ListValue';
import { compileLoop } from './compileLoop';
import type { MacroCall } from './MacroCall';
import { notBoolean } from './notBoolean';

/** `map`, with or without a condition before the result. */
export function compileMap(call: MacroCall, context: CompileContext): Evaluate {
  const { turns, bodies } = compileLoop(call, 1, context);
  const [condition, result] =
    bodies.length === 2 ? bodies : [undefined, bodies[0]];
  return scope => {
    const results: unknown[] = [];
    for (const turn of turns(scope)) {
      const kept = condition ? condition(turn.scope) : true;
      if (typeof kept !== 'boolean') throw notBoolean(call, kept);
      if (kept) results.push(result(turn.scope));
    }
    return new ListValue(results);
  };
}
