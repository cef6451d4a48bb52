import type { ASTNode } from '@marcbachmann/cel-js';
import { findFunction } from '../functions/findFunction';
import { variableName } from './variableName';

/** A method of a namespace (`lists.range`, `cidr.…`) is a function with a dotted name. */
export function resolveCall(
  node: Extract<ASTNode, { op: 'call' | 'rcall' }>,
  variables: { has(name: string): boolean },
): { name: string; argumentNodes: readonly ASTNode[]; receiver: boolean } {
  if (node.op === 'call') {
    const [name, argumentNodes] = node.args;
    return { name, argumentNodes, receiver: false };
  }
  const [name, receiver, argumentNodes] = node.args;
  const namespace = variableName(receiver);
  if (namespace && !variables.has(namespace.split('.')[0])) {
    const dotted = `${namespace}.${name}`;
    if (findFunction(dotted, false).length > 0)
      return { name: dotted, argumentNodes, receiver: false };
  }
  return { name, argumentNodes: [receiver, ...argumentNodes], receiver: true };
}
