import type { Check } from '../nodes/Check';
import { createSummary } from '../violations/createSummary';
import { ValidationResult } from '../violations/ValidationResult';

/** Keyword `anyOf`: where all alternatives fail, the violations of the one that got furthest are reported. */
export function checkAnyOf(alternatives: readonly Check[]): Check {
  return (value, location, result, correlation) => {
    let best: ValidationResult | undefined;
    for (const check of alternatives) {
      const attempt = new ValidationResult();
      check(value, location, attempt, correlation);
      if (attempt.valid) {
        result.merge(attempt);
        return;
      }
      if (!best || attempt.matchCount > best.matchCount) best = attempt;
    }
    result.add(
      createSummary(location, 'must fit at least one of the alternatives'),
    );
    if (best) result.merge(best);
  };
}
