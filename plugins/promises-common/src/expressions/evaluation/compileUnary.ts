import type { ASTNode } from '@marcbachmann/cel-js';
import { typeNameOf } from '../values/typeNameOf';
import { checkInt } from './checkInt';
import type { CompileContext } from './CompileContext';
import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';

/** `!` and `-`. */
export function compileUnary(
  node: Extract<ASTNode, { op: '!_' | '-_' }>,
  context: CompileContext,
): Evaluate {
  const operand = context.compile(node.args);
  if (node.op === '!_') {
    return scope => {
      const value = operand(scope);
      if (typeof value === 'boolean') return !value;
      throw new Fault(`! takes true or false, not ${typeNameOf(value)}`);
    };
  }
  return scope => {
    const value = operand(scope);
    if (typeof value === 'bigint') return checkInt(-value);
    if (typeof value === 'number') return -value;
    throw new Fault(`- takes a number, not ${typeNameOf(value)}`);
  };
}
