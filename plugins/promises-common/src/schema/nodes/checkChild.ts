import type { Location } from '../location/Location';
import type { Correlation } from '../updates/Correlation';
import { ValidationResult } from '../violations/ValidationResult';
import type { SchemaNode } from './SchemaNode';

/**
 * Checks a child. What was wrong before and did not change is let through (ratcheting), so an old object can still be
 * changed after its schema became stricter.
 */
export function checkChild(
  node: SchemaNode,
  value: unknown,
  location: Location | undefined,
  result: ValidationResult,
  correlation: Correlation | undefined,
): void {
  if (!correlation) {
    node.check(value, location, result);
    return;
  }
  const attempt = new ValidationResult();
  node.check(value, location, attempt, correlation);
  if (attempt.valid || !correlation.equal) result.merge(attempt);
  else result.matchCount += attempt.matchCount;
}
