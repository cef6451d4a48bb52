import type { ASTNode } from '@marcbachmann/cel-js';
import { CelOptional } from '../values/CelOptional';
import { ListValue } from '../values/ListValue';
import { MapValue } from '../values/MapValue';
import { typeNameOf } from '../values/typeNameOf';
import type { CompileContext } from './CompileContext';
import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';
import { printKey } from './printKey';

type AccessNode = Extract<ASTNode, { op: '.' | '.?' | '[]' | '[?]' }>;

/** What is at a key or index, or what a field selects; undefined where there is nothing. */
function lookUp(container: unknown, key: unknown, isField: boolean): unknown {
  if (container instanceof MapValue)
    return isField ? container.select(String(key)) : container.get(key);
  if (container instanceof ListValue && !isField) {
    const index = indexOf(key);
    return index >= 0 && index < container.length
      ? container.at(index)
      : undefined;
  }
  throw new Fault(
    `a value of type ${typeNameOf(container)} has no ${printKey(key)}`,
  );
}

function indexOf(key: unknown): number {
  if (typeof key === 'bigint') return Number(key);
  if (typeof key === 'number' && Number.isInteger(key)) return key;
  throw new Fault(`a list is indexed by a whole number, not ${printKey(key)}`);
}

function missing(container: unknown, key: unknown): Fault {
  return container instanceof ListValue
    ? new Fault(
        `index out of bounds: ${printKey(key)}, the list has ${
          container.length
        }`,
      )
    : new Fault(`no such key: ${String(key)}`);
}

/** Field and index access, plain and optional. */
export function compileAccess(
  node: AccessNode,
  context: CompileContext,
): Evaluate {
  const container = context.compile(node.args[0]);
  const optional = node.op === '.?' || node.op === '[?]';
  const isField = node.op === '.' || node.op === '.?';
  const key = compileKey(node, context);

  return scope => {
    const found = container(scope);
    const inner = found instanceof CelOptional ? found.value : found;
    if (found instanceof CelOptional && !found.present) return CelOptional.none;
    const at = key(scope);
    const value = lookUp(inner, at, isField);
    if (optional || found instanceof CelOptional)
      return value === undefined ? CelOptional.none : CelOptional.of(value);
    if (value === undefined) throw missing(inner, at);
    return value;
  };
}

function compileKey(node: AccessNode, context: CompileContext): Evaluate {
  if (node.op === '[]' || node.op === '[?]')
    return context.compile(node.args[1]);
  const field = node.args[1];
  return () => field;
}
