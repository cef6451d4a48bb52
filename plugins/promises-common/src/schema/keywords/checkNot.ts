import type { Check } from '../nodes/Check';
import { createSummary } from '../violations/createSummary';
import { ValidationResult } from '../violations/ValidationResult';

/** Keyword `not`. */
export function checkNot(excluded: Check): Check {
  return (value, location, result, correlation) => {
    const attempt = new ValidationResult();
    excluded(value, location, attempt, correlation);
    if (attempt.valid)
      result.add(
        createSummary(location, 'must not fit the excluded part of the schema'),
      );
  };
}
