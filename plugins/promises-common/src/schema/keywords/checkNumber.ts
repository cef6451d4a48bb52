import type { Check } from '../nodes/Check';
import type { StructuralSchema } from '../types';
import { kindOf } from '../values/kindOf';
import { toDouble } from '../values/toDouble';
import { toInt64 } from '../values/toInt64';
import { createViolation } from '../violations/createViolation';
import { isMultipleOf } from './isMultipleOf';

/**
 * Keywords `minimum`, `maximum` and `multipleOf`. A whole number is compared with the bound cut to a whole number, as
 * Kubernetes does; bounds in a schema are doubles.
 */
export function checkNumber(schema: StructuralSchema): Check {
  const { minimum, maximum, multipleOf } = schema;
  const aboveOnly = schema.exclusiveMinimum === true;
  const belowOnly = schema.exclusiveMaximum === true;

  const order = (value: unknown, bound: number): number => {
    const whole = kindOf(value) === 'integer';
    const left = whole ? toInt64(value) : toDouble(value);
    const right = whole ? toInt64(bound) : bound;
    if (left === right) return 0;
    return left < right ? -1 : 1;
  };

  return (value, location, result) => {
    const fail = (message: string) =>
      result.add(createViolation(location, 'FieldValueInvalid', message));
    if (multipleOf !== undefined && !isMultipleOf(value, multipleOf))
      fail(`must be a multiple of ${multipleOf}`);
    if (minimum !== undefined) {
      const side = order(value, minimum);
      if (side < 0 || (aboveOnly && side === 0))
        fail(`must be ${aboveOnly ? 'more than' : 'at least'} ${minimum}`);
    }
    if (maximum !== undefined) {
      const side = order(value, maximum);
      if (side > 0 || (belowOnly && side === 0))
        fail(`must be ${belowOnly ? 'less than' : 'at most'} ${maximum}`);
    }
    result.matchCount++;
  };
}
