import type { ASTNode } from '@marcbachmann/cel-js';
import type { Estimate, EstimateContext } from './Estimate';
import { matchSignature } from './matchSignature';
import { operatorSignatures } from './operatorSignatures';
import { sizeOfType } from './sizeOfType';
import { describeStaticType, scalar, type StaticType } from './StaticType';

/** What one character costs, relative to an operation. */
export const TRAVERSAL = 0.1;

const TEXTS = ['string', 'bytes'];

function withSize(type: StaticType, size: number): StaticType {
  return type.kind === 'scalar' || type.kind === 'list'
    ? { ...type, maxSize: Number.isFinite(size) ? size : undefined }
    : type;
}

/** Operators with two operands but `&&` and `||`. */
export function estimateOperator(
  node: ASTNode,
  context: EstimateContext,
): Estimate {
  const [leftNode, rightNode] = node.args as readonly [ASTNode, ASTNode];
  const left = context.estimate(leftNode);
  const right = context.estimate(rightNode);
  const type = matchSignature(operatorSignatures.get(node.op) ?? [], [
    left.type,
    right.type,
  ]);
  if (!type)
    return context.fail(
      node,
      `${node.op} does not take ${describeStaticType(
        left.type,
      )} and ${describeStaticType(right.type)}`,
    );
  const operands = left.cost + right.cost;
  const sizes = [sizeOfType(left.type), sizeOfType(right.type)];
  switch (node.op) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return {
        type,
        cost: operands + Math.max(1, Math.ceil(Math.min(...sizes) * TRAVERSAL)),
      };
    case 'in':
      return {
        type,
        cost: operands + (right.type.kind === 'map' ? 1 : sizes[1]),
      };
    case '+': {
      const size = sizes[0] + sizes[1];
      const isText = type.kind === 'scalar' && TEXTS.includes(type.name);
      return {
        type: withSize(type, size),
        cost: operands + (isText ? Math.ceil(size * TRAVERSAL) : 1),
      };
    }
    default:
      return { type, cost: operands + 1 };
  }
}

/** `&&` and `||`. */
export function estimateLogic(
  node: Extract<ASTNode, { op: '&&' | '||' }>,
  context: EstimateContext,
): Estimate {
  const sides = node.args.map(side => {
    const estimate = context.estimate(side);
    requireBoolean(side, estimate.type, `${node.op} joins`, context);
    return estimate;
  });
  return { type: scalar('bool'), cost: sides[0].cost + sides[1].cost };
}

/** Fails where a type is known and not bool. */
export function requireBoolean(
  node: ASTNode,
  type: StaticType,
  what: string,
  context: EstimateContext,
): void {
  const fits =
    type.kind === 'dyn' || (type.kind === 'scalar' && type.name === 'bool');
  if (!fits)
    context.fail(
      node,
      `${what} true and false, not ${describeStaticType(type)}`,
    );
}
