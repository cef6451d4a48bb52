import type { ASTNode } from '@marcbachmann/cel-js';

/** The dotted name that a node spells (`a.b.c`); undefined where it is anything else. */
export function variableName(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const before = variableName(node.args[0]);
  return before && `${before}.${node.args[1]}`;
}
