import { checkEnum } from '../keywords/checkEnum';
import { checkFormat } from '../keywords/checkFormat';
import { checkList } from '../keywords/checkList';
import { checkNumber } from '../keywords/checkNumber';
import { checkObject } from '../keywords/checkObject';
import { checkString } from '../keywords/checkString';
import { checkType } from '../keywords/checkType';
import { checkUnions } from '../keywords/checkUnions';
import type { StructuralSchema } from '../types';
import { kindOf, type ValueKind } from '../values/kindOf';
import type { Check } from './Check';
import type { SchemaNode } from './SchemaNode';

const none: Check = () => undefined;
const KINDS = ['string', 'integer', 'number', 'array', 'object'] as const;

/** Puts the checks of a node's keywords together, in the order and with the counts of the API server. */
export function compileCheck(
  schema: StructuralSchema,
  structure: Pick<SchemaNode, 'properties' | 'additional' | 'items'>,
  compileAlternative: (schema: StructuralSchema, keyword: string) => Check,
): Check {
  const type = checkType(schema);
  const unions = checkUnions(schema, compileAlternative);
  const format = checkFormat(schema);
  const listed = checkEnum(schema) ?? none;
  const number = checkNumber(schema);
  const byKind: Partial<Record<ValueKind, readonly Check[]>> = {
    string: format ? [checkString(schema), format] : [checkString(schema)],
    integer: [number],
    number: [number],
    array: [checkList(schema, structure.items)],
    object: [checkObject(schema, structure)],
  };
  const always = type ? [type, unions, listed] : [unions, listed];
  const checksOf = new Map<ValueKind | undefined, readonly Check[]>(
    KINDS.map(kind => [kind, [...always, ...(byKind[kind] ?? [])]]),
  );
  return (value, location, result, correlation) => {
    const kind = kindOf(value);
    if (kind === 'null') {
      if (type) type(value, location, result);
      else result.matchCount++;
      listed(value, location, result);
      return;
    }
    for (const check of checksOf.get(kind) ?? always) {
      check(value, location, result, correlation);
      result.matchCount++;
    }
    result.matchCount++;
  };
}
