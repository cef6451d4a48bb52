import type { Check } from '../nodes/Check';
import { createSummary } from '../violations/createSummary';
import { ValidationResult } from '../violations/ValidationResult';

/** Keyword `oneOf`: where all alternatives fail, the violations of the one that got furthest are reported. */
export function checkOneOf(alternatives: readonly Check[]): Check {
  return (value, location, result, correlation) => {
    let best: ValidationResult | undefined;
    let fitting: ValidationResult | undefined;
    let count = 0;
    for (const check of alternatives) {
      const attempt = new ValidationResult();
      check(value, location, attempt, correlation);
      if (attempt.valid) {
        count++;
        fitting ??= attempt;
      } else if (!best || attempt.matchCount > best.matchCount) {
        best = attempt;
      }
    }
    if (count === 1 && fitting) {
      result.merge(fitting);
    } else if (count === 0) {
      result.add(
        createSummary(
          location,
          'must fit exactly one of the alternatives, but fits none',
        ),
      );
      if (best) result.merge(best);
    } else {
      result.add(
        createSummary(
          location,
          `must fit exactly one of the alternatives, but fits ${count}`,
        ),
      );
    }
  };
}
