import type { Check } from '../nodes/Check';
import { createSummary } from '../violations/createSummary';
import { ValidationResult } from '../violations/ValidationResult';

/** Keyword `allOf`: all violations and a summary. */
export function checkAllOf(alternatives: readonly Check[]): Check {
  return (value, location, result, correlation) => {
    let failed = false;
    for (const check of alternatives) {
      const attempt = new ValidationResult();
      check(value, location, attempt, correlation);
      failed ||= !attempt.valid;
      result.merge(attempt);
    }
    if (failed)
      result.add(createSummary(location, 'must fit all parts of the schema'));
  };
}
