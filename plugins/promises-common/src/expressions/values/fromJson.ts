import { DecimalNumber } from '../../schema/values/DecimalNumber';
import { isObject } from '../../schema/values/isObject';
import { kindOf } from '../../schema/values/kindOf';
import { JsonMap } from './JsonMap';
import { ListValue } from './ListValue';

/** A JSON value as a CEL value, without a schema: whole numbers become ints, others doubles. */
export function fromJson(value: unknown): unknown {
  if (typeof value === 'number')
    return kindOf(value) === 'integer' ? BigInt(value) : value;
  if (value instanceof DecimalNumber) return value.value;
  if (Array.isArray(value)) return new ListValue(value, fromJson);
  if (isObject(value)) return new JsonMap(value, fromJson);
  return value ?? null;
}
