import type { ASTNode } from '@marcbachmann/cel-js';
import { compareValues } from '../values/compareValues';
import { equalValues } from '../values/equalValues';
import { typeNameOf } from '../values/typeNameOf';
import type { CompileContext } from './CompileContext';
import { contains } from './contains';
import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';
import { calculate, type ArithmeticOperator } from './calculate';
import type { Budget } from './Budget';

type Operation = (left: unknown, right: unknown, budget: Budget) => unknown;

const comparing =
  (symbol: string, decide: (order: number) => boolean): Operation =>
  (left, right) => {
    const order = compareValues(left, right);
    if (order !== undefined) return decide(order);
    throw new Fault(
      `${symbol} does not compare ${typeNameOf(left)} with ${typeNameOf(
        right,
      )}`,
    );
  };

const calculating =
  (symbol: ArithmeticOperator): Operation =>
  (left, right, budget) =>
    calculate(symbol, left, right, budget);

const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['==', equalValues],
  ['!=', (left, right) => !equalValues(left, right)],
  ['<', comparing('<', order => order < 0)],
  ['<=', comparing('<=', order => order <= 0)],
  ['>', comparing('>', order => order > 0)],
  ['>=', comparing('>=', order => order >= 0)],
  ['in', contains],
  ['+', calculating('+')],
  ['-', calculating('-')],
  ['*', calculating('*')],
  ['/', calculating('/')],
  ['%', calculating('%')],
]);

/** Operators with two operands. */
export function compileBinary(
  node: ASTNode,
  context: CompileContext,
): Evaluate {
  const operation = operations.get(node.op);
  if (!operation)
    return context.fail(node, `the operator ${node.op} is not supported`);
  const [leftNode, rightNode] = node.args as readonly [ASTNode, ASTNode];
  const left = context.compile(leftNode);
  const right = context.compile(rightNode);
  return scope => operation(left(scope), right(scope), scope.budget);
}
