import type { ASTNode } from '@marcbachmann/cel-js';
import type { CompileContext } from '../evaluation/CompileContext';
import type { Evaluate } from '../evaluation/Evaluate';
import { compileBind } from './compileBind';
import { compileExists } from './compileExists';
import { compileExistsOne } from './compileExistsOne';
import { compileFilter } from './compileFilter';
import { compileHas } from './compileHas';
import { compileMap } from './compileMap';
import { compileOptionalMap } from './compileOptionalMap';
import { compileTransform } from './compileTransform';
import type { MacroCall } from './MacroCall';

type Macro = (call: MacroCall, context: CompileContext) => Evaluate;

/** Macros by name and number of arguments. */
const methods: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ['all/2', compileExists],
  ['all/3', compileExists],
  ['exists/2', compileExists],
  ['exists/3', compileExists],
  ['exists_one/2', compileExistsOne],
  ['exists_one/3', compileExistsOne],
  ['existsOne/2', compileExistsOne],
  ['existsOne/3', compileExistsOne],
  ['filter/2', compileFilter],
  ['map/2', compileMap],
  ['map/3', compileMap],
  ['transformList/3', compileTransform],
  ['transformList/4', compileTransform],
  ['transformMap/3', compileTransform],
  ['transformMap/4', compileTransform],
  ['optMap/2', compileOptionalMap],
  ['optFlatMap/2', compileOptionalMap],
]);

/** Compiles a macro; undefined for an ordinary call. */
export function compileMacro(
  node: Extract<ASTNode, { op: 'call' | 'rcall' }>,
  context: CompileContext,
): Evaluate | undefined {
  if (node.op === 'call') {
    const [name, argumentNodes] = node.args;
    return name === 'has' && argumentNodes.length === 1
      ? compileHas(node, argumentNodes[0], context)
      : undefined;
  }
  const [name, receiver, argumentNodes] = node.args;
  const isNamespace = receiver.op === 'id' && receiver.args === 'cel';
  if (
    name === 'bind' &&
    argumentNodes.length === 3 &&
    isNamespace &&
    !context.kubernetes
  )
    return compileBind(argumentNodes, context);
  const macro = methods.get(`${name}/${argumentNodes.length}`);
  return macro?.({ node, name, receiver, argumentNodes }, context);
}
