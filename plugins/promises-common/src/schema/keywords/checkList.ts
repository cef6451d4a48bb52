import type { Check } from '../nodes/Check';
import { checkChild } from '../nodes/checkChild';
import type { SchemaNode } from '../nodes/SchemaNode';
import type { StructuralSchema } from '../types';
import { deepEqual } from '../values/deepEqual';
import { createViolation } from '../violations/createViolation';
import { countOf } from './countOf';

const hasTwins = (items: readonly unknown[]) =>
  items.some((item, index) =>
    items.slice(index + 1).some(other => deepEqual(item, other)),
  );

/** Keywords `items`, `minItems`, `maxItems` and `uniqueItems`. */
export function checkList(
  schema: StructuralSchema,
  items: SchemaNode | undefined,
): Check {
  const { minItems, maxItems } = schema;
  return (value, location, result, correlation) => {
    const list = value as readonly unknown[];
    if (items) {
      list.forEach((item, index) =>
        checkChild(
          items,
          item,
          { parent: location, key: index },
          result,
          correlation?.item(index),
        ),
      );
    }
    if (minItems !== undefined && list.length < minItems) {
      result.add(
        createViolation(
          location,
          'FieldValueInvalid',
          `must have at least ${countOf(minItems, 'item')}`,
        ),
      );
    }
    if (maxItems !== undefined && list.length > maxItems) {
      result.add(
        createViolation(
          location,
          'FieldValueTooMany',
          `must have at most ${countOf(maxItems, 'item')}, not ${list.length}`,
        ),
      );
    }
    if (schema.uniqueItems === true && hasTwins(list)) {
      result.add(
        createViolation(
          location,
          'FieldValueInvalid',
          'must not have the same item twice',
        ),
      );
    }
    result.matchCount++;
  };
}
