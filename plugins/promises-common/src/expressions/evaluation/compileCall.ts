import type { ASTNode } from '@marcbachmann/cel-js';
import { findFunction } from '../functions/findFunction';
import type { FunctionOverload } from '../functions/FunctionOverload';
import { typeNameOf } from '../values/typeNameOf';
import type { CompileContext } from './CompileContext';
import type { Evaluate } from './Evaluate';
import { Budget } from './Budget';
import { Fault } from './Fault';
import { resolveCall } from './resolveCall';

const PATTERN_FUNCTIONS = ['matches', 'find', 'findAll'];
const PARSING_FUNCTIONS = [
  'duration',
  'timestamp',
  'quantity',
  'url',
  'ip',
  'cidr',
  'semver',
];
const LITERAL_STEPS = 100_000;

/** A call of a function or of a method, of the overload that fits the types of the arguments. */
export function compileCall(
  node: Extract<ASTNode, { op: 'call' | 'rcall' }>,
  context: CompileContext,
): Evaluate {
  const { name, argumentNodes, receiver } = resolveCall(
    node,
    context.variables,
  );
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
  checkLiterals(node, overloads, argumentNodes, context);
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

/** What is certain to fail is refused at once: a pattern or a duration that is none. */
function checkLiterals(
  node: ASTNode,
  overloads: readonly FunctionOverload[],
  argumentNodes: readonly ASTNode[],
  context: CompileContext,
): void {
  const literals = argumentNodes.map(({ op, args }) =>
    op === 'value' && typeof args === 'string' ? args : undefined,
  );
  const { name } = overloads[0];
  const pattern = PATTERN_FUNCTIONS.includes(name) ? literals[1] : undefined;
  const inputs =
    pattern === undefined
      ? literals
      : overloads[0].parameters.map(() => pattern);
  const applies = pattern !== undefined || PARSING_FUNCTIONS.includes(name);
  if (!applies || inputs.includes(undefined)) return;
  try {
    const overload = overloads.find(({ matches }) => matches(inputs));
    overload?.call(inputs, new Budget(LITERAL_STEPS));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    context.fail(node, error.message);
  }
}
