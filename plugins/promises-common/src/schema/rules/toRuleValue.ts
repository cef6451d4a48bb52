import { Fault } from '../../expressions/evaluation/Fault';
import { JsonMap } from '../../expressions/values/JsonMap';
import { ListValue } from '../../expressions/values/ListValue';
import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { isObject } from '../values/isObject';
import { kindOf } from '../values/kindOf';
import { toDouble } from '../values/toDouble';
import { identityOfItem } from './identityOfItem';
import { ObjectView } from './ObjectView';
import { toTextValue } from './toTextValue';
import { UnknownData } from './UnknownData';

function mismatch(expected: string, value: unknown): never {
  throw new Fault(`invalid data, expected ${expected}, got ${kindOf(value)}`);
}

function toList(value: readonly unknown[], node: SchemaNode): ListValue {
  const { items } = node;
  const convert = items && ((item: unknown) => toRuleValue(item, items));
  const listType = node.schema['x-kubernetes-list-type'];
  const keys =
    listType === 'map' ? node.schema['x-kubernetes-list-map-keys'] : undefined;
  const unique = listType === 'map' || listType === 'set';
  return new ListValue(
    value,
    convert,
    unique ? item => identityOfItem(item, keys) : undefined,
  );
}

/**
 * A value of an object as rules see it: of the types of the schema, so a whole number in a field of type number is a
 * double, and a text of format duration is a duration.
 *
 * @throws Fault where the data are of another type
 */
export function toRuleValue(value: unknown, node: SchemaNode): unknown {
  if (value === null) return null;
  const { schema } = node;
  const kind = kindOf(value);
  if (schema['x-kubernetes-int-or-string'] === true) {
    if (kind === 'string') return value;
    return kind === 'integer'
      ? BigInt(value as number | bigint)
      : mismatch('an integer or a text', value);
  }
  switch (schema.type) {
    case 'object': {
      if (!isObject(value)) return mismatch('an object', value);
      const values = additionalNode(node);
      return values && node.properties.size === 0
        ? new JsonMap(value, item => toRuleValue(item, values))
        : new ObjectView(value, node.properties, toRuleValue);
    }
    case 'array':
      return Array.isArray(value)
        ? toList(value, node)
        : mismatch('a list', value);
    case 'string':
      return typeof value === 'string'
        ? toTextValue(value, schema.format)
        : mismatch('a text', value);
    case 'integer':
      return kind === 'integer'
        ? BigInt(value as number | bigint)
        : mismatch('int', value);
    case 'number':
      return kind === 'integer' || kind === 'number'
        ? toDouble(value)
        : mismatch('a number', value);
    case 'boolean':
      return kind === 'boolean' ? value : mismatch('true or false', value);
    default:
      return new UnknownData(value);
  }
}
