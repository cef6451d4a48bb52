import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { Fault } from '../evaluation/Fault';
import type { Scope } from '../evaluation/Scope';
import { ListValue } from '../values/ListValue';
import { MapValue } from '../values/MapValue';
import { typeNameOf } from '../values/typeNameOf';
import { bindVariables } from './bindVariables';
import type { MacroCall } from './MacroCall';

/** One turn of a loop: what the last arguments of the macro evaluate to, in a scope with the turn's variables. */
export interface Turn {
  readonly scope: Scope;
  /** The first variable: an item or a key; with two variables the index or key. */
  readonly first: unknown;
  /** The second variable, where there are two. */
  readonly second: unknown;
}

/** A macro that goes over a list or a map with one or two variables. */
export function compileLoop(
  { receiver, argumentNodes }: MacroCall,
  variableCount: 1 | 2,
  context: CompileContext,
): { turns(scope: Scope): Iterable<Turn>; bodies: readonly Evaluate[] } {
  const range = context.compile(receiver);
  const { names, inner } = bindVariables(
    argumentNodes.slice(0, variableCount),
    context,
  );
  const bodies = argumentNodes
    .slice(variableCount)
    .map(node => inner.compile(node));

  function* turns(scope: Scope): Iterable<Turn> {
    const container = range(scope);
    for (const [first, second] of pairs(container, variableCount === 2)) {
      scope.budget.spend(1);
      const values = new Map([[names[0], first]]);
      if (variableCount === 2) values.set(names[1], second);
      yield { scope: scope.with(values), first, second };
    }
  }
  return { turns, bodies };
}

function* pairs(
  container: unknown,
  withIndex: boolean,
): Iterable<readonly [unknown, unknown]> {
  if (container instanceof ListValue) {
    for (let index = 0; index < container.length; index++) {
      const item = container.at(index);
      yield withIndex ? [BigInt(index), item] : [item, undefined];
    }
  } else if (container instanceof MapValue) {
    for (const key of container.keys()) yield [key, container.get(key)];
  } else {
    throw new Fault(
      `a loop goes over a list or a map, not over ${typeNameOf(container)}`,
    );
  }
}
