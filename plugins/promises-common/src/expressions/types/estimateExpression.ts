import type { ASTNode } from '@marcbachmann/cel-js';
import { typeNames } from '../evaluation/typeNames';
import { variableName } from '../evaluation/variableName';
import { ExpressionError } from '../ExpressionError';
import { parseExpression } from '../parsing/parseExpression';
import { isBytes } from '../values/isBytes';
import type { Estimate, EstimateContext } from './Estimate';
import { estimateAccess } from './estimateAccess';
import { estimateCall } from './estimateCall';
import { estimateMacro } from './estimateMacro';
import {
  estimateLogic,
  estimateOperator,
  requireBoolean,
} from './estimateOperator';
import { joinTypes } from './joinTypes';
import { describeStaticType, dyn, scalar, type StaticType } from './StaticType';

/** What an expression is estimated with. */
export interface EstimateOptions {
  readonly variables: ReadonlyMap<string, StaticType>;
  /** Only the functions that Kubernetes has in validation rules. */
  readonly kubernetes?: boolean;
}

const NEW_LIST = 10;
const NEW_MAP = 30;

/**
 * The type of an expression and the most that it can cost, as far as both can be known before any data are. Where a type
 * cannot be known nothing is refused.
 *
 * @throws ExpressionError for types that cannot be right
 */
export function estimateExpression(
  source: string,
  { variables, kubernetes = false }: EstimateOptions,
): Estimate {
  const { node } = parseExpression(source);
  const context: EstimateContext = {
    variables,
    kubernetes,
    estimate: (child, inner = context) => estimateNode(child, inner),
    fail: (at, problem) => {
      throw new ExpressionError(source, problem, at.range);
    },
  };
  return context.estimate(node);
}

function estimateNode(node: ASTNode, context: EstimateContext): Estimate {
  switch (node.op) {
    case 'value':
      return { type: typeOfLiteral(node.args), cost: 0 };
    case 'id': {
      const type = context.variables.get(node.args);
      return { type: type ?? scalar('type'), cost: type ? 1 : 0 };
    }
    case '.':
    case '.?':
    case '[]':
    case '[?]':
      return isTypeName(node, context)
        ? { type: scalar('type'), cost: 0 }
        : estimateAccess(node, context);
    case '&&':
    case '||':
      return estimateLogic(node, context);
    case '?:':
      return estimateTernary(node.args, context);
    case '!_': {
      const operand = context.estimate(node.args);
      requireBoolean(node.args, operand.type, '! turns', context);
      return { type: scalar('bool'), cost: operand.cost + 1 };
    }
    case '-_':
      return estimateMinus(node, node.args, context);
    case 'list':
      return estimateList(node.args, context);
    case 'map':
      return estimateMap(node.args, context);
    case 'call':
    case 'rcall':
      return estimateMacro(node, context) ?? estimateCall(node, context);
    default:
      return estimateOperator(node, context);
  }
}

function typeOfLiteral(literal: unknown): StaticType {
  if (typeof literal === 'string') return scalar('string', literal.length);
  if (typeof literal === 'bigint') return scalar('int');
  if (typeof literal === 'number') return scalar('double');
  if (typeof literal === 'boolean') return scalar('bool');
  if (literal === null) return scalar('null');
  return isBytes(literal) ? scalar('bytes', literal.length) : scalar('uint');
}

function isTypeName(node: ASTNode, { variables }: EstimateContext): boolean {
  const name = variableName(node);
  return (
    name !== undefined &&
    !variables.has(name.split('.')[0]) &&
    typeNames.has(name)
  );
}

function estimateTernary(
  [condition, then, otherwise]: readonly [ASTNode, ASTNode, ASTNode],
  context: EstimateContext,
): Estimate {
  const test = context.estimate(condition);
  requireBoolean(condition, test.type, 'before ? stands', context);
  const whenTrue = context.estimate(then);
  const whenFalse = context.estimate(otherwise);
  return {
    type: joinTypes(whenTrue.type, whenFalse.type),
    cost: test.cost + Math.max(whenTrue.cost, whenFalse.cost),
  };
}

function estimateMinus(
  node: ASTNode,
  operandNode: ASTNode,
  context: EstimateContext,
): Estimate {
  const operand = context.estimate(operandNode);
  const { type } = operand;
  const fits =
    type.kind === 'dyn' ||
    (type.kind === 'scalar' && ['int', 'double'].includes(type.name));
  if (!fits) context.fail(node, `- does not take ${describeStaticType(type)}`);
  return { type, cost: operand.cost + 1 };
}

function estimateList(
  elements: readonly ASTNode[],
  context: EstimateContext,
): Estimate {
  const items = elements.map(element => context.estimate(element));
  return {
    type: {
      kind: 'list',
      item: joinAll(items.map(({ type }) => type)),
      maxSize: items.length,
    },
    cost: NEW_LIST + items.reduce((sum, { cost }) => sum + cost, 0),
  };
}

function estimateMap(
  entries: ReadonlyArray<readonly [ASTNode, ASTNode]>,
  context: EstimateContext,
): Estimate {
  const pairs = entries.map(([key, value]) => ({
    key: context.estimate(key),
    value: context.estimate(value),
  }));
  return {
    type: {
      kind: 'map',
      key: joinAll(pairs.map(({ key }) => key.type)),
      value: joinAll(pairs.map(({ value }) => value.type)),
      maxSize: pairs.length,
    },
    cost:
      NEW_MAP +
      pairs.reduce((sum, { key, value }) => sum + key.cost + value.cost, 0),
  };
}

function joinAll(types: readonly StaticType[]): StaticType {
  return types.length > 0 ? types.reduce(joinTypes) : dyn;
}
