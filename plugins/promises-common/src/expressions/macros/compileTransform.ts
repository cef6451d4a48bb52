import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { LiteralMap } from '../values/LiteralMap';
import { ListValue } from '../values/ListValue';
import { compileLoop } from './compileLoop';
import type { MacroCall } from './MacroCall';
import { notBoolean } from './notBoolean';

/** `transformList` and `transformMap` with two variables, with or without a condition before the result. */
export function compileTransform(
  call: MacroCall,
  context: CompileContext,
): Evaluate {
  const { turns, bodies } = compileLoop(call, 2, context);
  const [condition, result] =
    bodies.length === 2 ? bodies : [undefined, bodies[0]];
  return scope => {
    const entries: [unknown, unknown][] = [];
    for (const turn of turns(scope)) {
      const kept = condition ? condition(turn.scope) : true;
      if (typeof kept !== 'boolean') throw notBoolean(call, kept);
      if (kept) entries.push([turn.first, result(turn.scope)]);
    }
    return call.name === 'transformMap'
      ? new LiteralMap(entries)
      : new ListValue(entries.map(([, value]) => value));
  };
}
