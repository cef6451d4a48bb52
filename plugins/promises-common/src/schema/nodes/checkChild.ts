import type { Location } from '../location/Location';
import type { Correlation } from '../updates/Correlation';
import { ValidationResult } from '../violations/ValidationResult';
import type { SchemaNode } from './SchemaNode';

/**
 * Checks a child, or takes what was found before where neither it nor what it is compared with changed.
 */
export function checkChild(
  node: SchemaNode,
  value: unknown,
  location: Location | undefined,
  result: ValidationResult,
  correlation: Correlation | undefined,
): void {
  // Numbers and switches are checked faster than looked up.
  const isCheap = typeof value === 'number' || typeof value === 'boolean';
  if (!result.memo || isCheap) {
    check(node, value, location, result, correlation);
    return;
  }
  const place = location ? result.memo.child(location.key) : result.memo;
  const key = [node, value, correlation !== undefined, correlation?.oldValue];
  let found = place.checks.get(key);
  if (!found) {
    found = new ValidationResult(place);
    check(node, value, location, found, correlation);
    place.checks.keep(key, found);
  }
  result.merge(found);
}

/**
 * What was wrong before and did not change is let through (ratcheting), so an old object can still be changed after its
 * schema became stricter.
 */
function check(
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
  const attempt = new ValidationResult(result.memo);
  node.check(value, location, attempt, correlation);
  if (attempt.valid || !correlation.equal) result.merge(attempt);
  else result.matchCount += attempt.matchCount;
}
