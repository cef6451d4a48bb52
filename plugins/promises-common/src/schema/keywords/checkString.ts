import type { Check } from '../nodes/Check';
import { compilePattern } from '../patterns/compilePattern';
import { countCodePoints } from '../patterns/countCodePoints';
import type { StructuralSchema } from '../types';
import { createViolation } from '../violations/createViolation';
import { countOf } from './countOf';

/** Keywords `maxLength`, `minLength` and `pattern`: the first that is broken is reported. */
export function checkString(schema: StructuralSchema): Check {
  const { maxLength, minLength, pattern } = schema;
  const limited = maxLength !== undefined || minLength !== undefined;
  const matches = pattern ? compilePattern(pattern) : undefined;

  return (value, location, result) => {
    const text = value as string;
    const length = limited ? countCodePoints(text) : 0;
    if (maxLength !== undefined && length > maxLength) {
      result.add(
        createViolation(
          location,
          'FieldValueTooLong',
          `must have at most ${countOf(maxLength, 'character')}, not ${length}`,
        ),
      );
    } else if (minLength !== undefined && length < minLength) {
      result.add(
        createViolation(
          location,
          'FieldValueInvalid',
          `must have at least ${countOf(minLength, 'character')}`,
        ),
      );
    } else if (matches && !matches(text)) {
      result.add(
        createViolation(
          location,
          'FieldValueInvalid',
          `must match the pattern ${pattern}`,
        ),
      );
    }
  };
}
