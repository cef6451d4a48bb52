import type { ASTNode } from '@marcbachmann/cel-js';
import type { Estimate, EstimateContext } from './Estimate';
import { fieldType } from './estimateAccess';
import { requireBoolean } from './estimateOperator';
import { sizeOfType } from './sizeOfType';
import { describeStaticType, dyn, scalar, type StaticType } from './StaticType';

type CallNode = Extract<ASTNode, { op: 'call' | 'rcall' }>;

/** What a turn costs beside what is written in it. */
const PER_TURN = 3;
/** A turn that makes a list of one and appends it. */
const PER_APPENDED = 12;

const LOOPS: Readonly<Record<string, readonly number[]>> = {
  all: [2, 3],
  exists: [2, 3],
  exists_one: [2, 3],
  existsOne: [2, 3],
  filter: [2],
  map: [2, 3],
  transformList: [3, 4],
  transformMap: [3, 4],
};
const WITH_TWO_VARIABLES = ['transformList', 'transformMap'];
const DECIDING = ['all', 'exists', 'exists_one', 'existsOne'];

/** Estimates a macro; undefined for an ordinary call. */
export function estimateMacro(
  node: CallNode,
  context: EstimateContext,
): Estimate | undefined {
  if (node.op === 'call') {
    const [name, argumentNodes] = node.args;
    return name === 'has' && argumentNodes.length === 1
      ? estimateHas(argumentNodes[0], context)
      : undefined;
  }
  const [name, , argumentNodes] = node.args;
  if (Object.hasOwn(LOOPS, name) && LOOPS[name].includes(argumentNodes.length))
    return estimateLoop(node, context);
  if (['optMap', 'optFlatMap'].includes(name) && argumentNodes.length === 2)
    return estimateOptionalMap(node, context);
  return undefined;
}

function estimateHas(selection: ASTNode, context: EstimateContext): Estimate {
  if (selection.op !== '.' && selection.op !== '.?')
    return context.fail(selection, 'has() takes a field: has(spec.size)');
  const container = context.estimate(selection.args[0]);
  if (!fieldType(container.type, selection.args[1]))
    context.fail(
      selection,
      `there is no field ${selection.args[1]} in ${describeStaticType(
        container.type,
      )}`,
    );
  return { type: scalar('bool'), cost: container.cost };
}

function withVariables(
  context: EstimateContext,
  nodes: readonly ASTNode[],
  types: readonly StaticType[],
): EstimateContext {
  const variables = new Map(context.variables);
  nodes.forEach((node, index) => {
    if (node.op === 'id') variables.set(node.args, types[index]);
  });
  const inner: EstimateContext = {
    ...context,
    variables,
    estimate: (node, other = inner) => context.estimate(node, other),
  };
  return inner;
}

/** The types of the variables of a loop. */
function turnTypes(
  node: ASTNode,
  type: StaticType,
  two: boolean,
  context: EstimateContext,
): readonly StaticType[] {
  switch (type.kind) {
    case 'list':
      return two ? [scalar('int'), type.item] : [type.item];
    case 'map':
      return [type.key, type.value];
    case 'dyn':
      return [dyn, dyn];
    default:
      return context.fail(
        node,
        `a loop goes over a list or a map, not over ${describeStaticType(
          type,
        )}`,
      );
  }
}

function estimateLoop(
  node: Extract<ASTNode, { op: 'rcall' }>,
  context: EstimateContext,
): Estimate {
  const [name, receiver, argumentNodes] = node.args;
  const range = context.estimate(receiver);
  const two =
    WITH_TWO_VARIABLES.includes(name) ||
    (DECIDING.includes(name) && argumentNodes.length === 3);
  const count = two ? 2 : 1;
  const inner = withVariables(
    context,
    argumentNodes.slice(0, count),
    turnTypes(receiver, range.type, two, context),
  );
  const bodyNodes = argumentNodes.slice(count);
  const bodies = bodyNodes.map(body => inner.estimate(body));
  const conditions =
    DECIDING.includes(name) || name === 'filter' || bodies.length === 2;
  if (conditions)
    requireBoolean(bodyNodes[0], bodies[0].type, `${name} asks for`, inner);

  const turns = sizeOfType(range.type);
  const perTurn = bodies.reduce((sum, { cost }) => sum + cost, 0);
  const beside = DECIDING.includes(name) ? PER_TURN : PER_APPENDED;
  const result = bodies[bodies.length - 1].type;
  return {
    type: resultOf(name, range.type, result),
    cost: range.cost + 1 + multiply(turns, perTurn + beside),
  };
}

function resultOf(
  name: string,
  range: StaticType,
  result: StaticType,
): StaticType {
  const size = sizeOfType(range);
  const maxSize = Number.isFinite(size) ? size : undefined;
  if (DECIDING.includes(name)) return scalar('bool');
  if (name === 'transformMap')
    return {
      kind: 'map',
      key: range.kind === 'map' ? range.key : scalar('int'),
      value: result,
      maxSize,
    };
  if (name !== 'filter') return { kind: 'list', item: result, maxSize };
  if (range.kind === 'map') return { kind: 'list', item: range.key, maxSize };
  return range;
}

function estimateOptionalMap(
  node: Extract<ASTNode, { op: 'rcall' }>,
  context: EstimateContext,
): Estimate {
  const [name, receiver, argumentNodes] = node.args;
  const optional = context.estimate(receiver);
  if (optional.type.kind !== 'optional' && optional.type.kind !== 'dyn')
    return context.fail(
      receiver,
      `${name} needs an optional, not ${describeStaticType(optional.type)}`,
    );
  const value = optional.type.kind === 'optional' ? optional.type.value : dyn;
  const inner = withVariables(context, argumentNodes.slice(0, 1), [value]);
  const body = inner.estimate(argumentNodes[1]);
  return {
    type:
      name === 'optMap' ? { kind: 'optional', value: body.type } : body.type,
    cost: optional.cost + body.cost + 2,
  };
}

/** Nothing costs nothing, however often. */
function multiply(times: number, cost: number): number {
  return cost === 0 || times === 0 ? 0 : times * cost;
}
