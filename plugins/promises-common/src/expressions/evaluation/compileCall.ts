import type { ASTNode } from '@marcbachmann/cel-js';
import { findFunction } from '../functions/findFunction';
import { typeNameOf } from '../values/typeNameOf';
import type { CompileContext } from './CompileContext';
import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';
import { variableName } from './variableName';

/** A call of a function or of a method, of the overload that fits the types of the arguments. */
export function compileCall(
  node: Extract<ASTNode, { op: 'call' | 'rcall' }>,
  context: CompileContext,
): Evaluate {
  const { name, argumentNodes, receiver } = resolve(node, context);
  const count = argumentNodes.length;
  const find = (size?: number) =>
    findFunction(name, receiver, size).filter(
      ({ kubernetes }) => kubernetes || !context.kubernetes,
    );
  const overloads = find(count);
  if (overloads.length === 0) {
    const known = find().length > 0;
    const form = receiver ? 'method' : 'function';
    context.fail(
      node,
      known
        ? `the ${form} ${name} does not take ${
            receiver ? count - 1 : count
          } arguments`
        : `there is no ${form} ${name}`,
    );
  }
  const values = argumentNodes.map(argument => context.compile(argument));
  return scope => {
    const inputs = values.map(evaluate => evaluate(scope));
    const overload = overloads.find(({ matches }) => matches(inputs));
    if (overload) return overload.call(inputs, scope.budget);
    const types = inputs.map(typeNameOf);
    const on = receiver ? `${types.shift()}.` : '';
    throw new Fault(`there is no ${on}${name}(${types.join(', ')})`);
  };
}

/** A method of a namespace (`lists.range`, `cidr.…`) is a function with a dotted name. */
function resolve(
  node: Extract<ASTNode, { op: 'call' | 'rcall' }>,
  context: CompileContext,
): { name: string; argumentNodes: readonly ASTNode[]; receiver: boolean } {
  if (node.op === 'call') {
    const [name, argumentNodes] = node.args;
    return { name, argumentNodes, receiver: false };
  }
  const [name, receiver, argumentNodes] = node.args;
  const namespace = variableName(receiver);
  if (namespace && !context.variables.has(namespace.split('.')[0])) {
    const dotted = `${namespace}.${name}`;
    if (findFunction(dotted, false).length > 0)
      return { name: dotted, argumentNodes, receiver: false };
  }
  return { name, argumentNodes: [receiver, ...argumentNodes], receiver: true };
}
