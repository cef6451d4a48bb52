import type { ASTNode } from '@marcbachmann/cel-js';
import { unescapeField } from '../evaluation/unescapeField';
import type { Estimate, EstimateContext } from './Estimate';
import { describeStaticType, dyn, type StaticType } from './StaticType';
import { unifyTypes } from './unifyTypes';

type AccessNode = Extract<ASTNode, { op: '.' | '.?' | '[]' | '[?]' }>;

/** The type of a field of a type; undefined where it has none of that name. */
export function fieldType(
  type: StaticType,
  name: string,
): StaticType | undefined {
  switch (type.kind) {
    case 'dyn':
      return dyn;
    case 'object':
      return type.fields.get(unescapeField(name));
    case 'map':
      return type.value;
    case 'optional':
      return fieldType(type.value, name);
    default:
      return undefined;
  }
}

/** The type of what is at an index or a key; undefined where a type has no such. */
function elementType(
  type: StaticType,
  key: StaticType,
): StaticType | undefined {
  switch (type.kind) {
    case 'dyn':
      return dyn;
    case 'list': {
      const isIndex =
        key.kind === 'dyn' || (key.kind === 'scalar' && key.name === 'int');
      return isIndex ? type.item : undefined;
    }
    case 'map':
      return unifyTypes(type.key, key, new Map()) ? type.value : undefined;
    case 'optional':
      return elementType(type.value, key);
    default:
      return undefined;
  }
}

/** Fields, keys and indexes, plain and optional. */
export function estimateAccess(
  node: AccessNode,
  context: EstimateContext,
): Estimate {
  const container = context.estimate(node.args[0]);
  const optional =
    node.op === '.?' || node.op === '[?]' || container.type.kind === 'optional';
  const wrap = (type: StaticType): StaticType =>
    optional ? { kind: 'optional', value: type } : type;

  if (node.op === '.' || node.op === '.?') {
    const name = node.args[1];
    const type = fieldType(container.type, name);
    if (!type)
      return context.fail(
        node,
        `there is no field ${name} in ${describeStaticType(container.type)}`,
      );
    return { type: wrap(type), cost: container.cost + 1 };
  }
  const key = context.estimate(node.args[1]);
  const type = elementType(container.type, key.type);
  if (!type)
    return context.fail(
      node,
      `${describeStaticType(container.type)} has no ${describeStaticType(
        key.type,
      )} index`,
    );
  return { type: wrap(type), cost: container.cost + key.cost + 1 };
}
