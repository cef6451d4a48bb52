import type { ASTNode } from '@marcbachmann/cel-js';
import { resolveCall } from '../evaluation/resolveCall';
import { findFunction } from '../functions/findFunction';
import { boundResult, costOfCall } from './callCosts';
import type { Estimate, EstimateContext } from './Estimate';
import { matchSignature } from './matchSignature';
import { parseStaticType } from './parseStaticType';
import { describeStaticType } from './StaticType';

/** A call of a function or a method. */
export function estimateCall(
  node: Extract<ASTNode, { op: 'call' | 'rcall' }>,
  context: EstimateContext,
): Estimate {
  const { name, argumentNodes, receiver } = resolveCall(
    node,
    context.variables,
  );
  const inputs = argumentNodes.map(argument => context.estimate(argument));
  const types = inputs.map(({ type }) => type);
  const overloads = findFunction(name, receiver, types.length).filter(
    ({ kubernetes }) => kubernetes || !context.kubernetes,
  );
  const result = matchSignature(
    overloads.map(overload => ({
      parameters: overload.parameters.map(parseStaticType),
      result: parseStaticType(overload.result),
    })),
    types,
  );
  if (!result) {
    const [first, ...rest] = types.map(describeStaticType);
    const call = receiver
      ? `${first}.${name}(${rest.join(', ')})`
      : `${name}(${[first, ...rest].join(', ')})`;
    return context.fail(node, `there is no ${call}`);
  }
  return {
    type: boundResult(name, result, types),
    cost:
      inputs.reduce((sum, { cost }) => sum + cost, 0) + costOfCall(name, types),
  };
}
