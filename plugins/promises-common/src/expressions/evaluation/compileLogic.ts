import type { ASTNode } from '@marcbachmann/cel-js';
import { typeNameOf } from '../values/typeNameOf';
import { attempt } from './attempt';
import type { CompileContext } from './CompileContext';
import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';

/** `&&` and `||`: a side that decides makes the other one's failure not matter, in both directions. */
export function compileLogic(
  node: Extract<ASTNode, { op: '&&' | '||' }>,
  context: CompileContext,
): Evaluate {
  const left = context.compile(node.args[0]);
  const right = context.compile(node.args[1]);
  const deciding = node.op === '||';
  return scope => {
    const first = attempt(left, scope);
    if (first === deciding) return deciding;
    const second = attempt(right, scope);
    if (second === deciding) return deciding;
    for (const side of [first, second]) {
      if (side instanceof Fault) throw side;
      if (typeof side !== 'boolean')
        throw new Fault(
          `${node.op} joins true and false, not a value of type ${typeNameOf(
            side,
          )}`,
        );
    }
    return !deciding;
  };
}
