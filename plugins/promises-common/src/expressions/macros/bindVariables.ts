import type { ASTNode } from '@marcbachmann/cel-js';
import type { CompileContext } from '../evaluation/CompileContext';

/** The names that the first arguments of a macro introduce, and the context in which they are known. */
export function bindVariables(
  nodes: readonly ASTNode[],
  context: CompileContext,
): { names: readonly string[]; inner: CompileContext } {
  const names = nodes.map(node =>
    node.op === 'id'
      ? node.args
      : context.fail(node, 'the first arguments of a macro are plain names'),
  );
  const inner: CompileContext = {
    ...context,
    variables: new Set([...context.variables, ...names]),
    compile: (node, other = inner) => context.compile(node, other),
  };
  return { names, inner };
}
