import type { Violation } from './Violation';

/**
 * What a check found. `matchCount` is the number of checks that were passed through: of the alternatives of a union
 * that all fail, the API server reports the one with the highest.
 */
export class ValidationResult {
  readonly violations: Violation[] = [];
  matchCount = 0;

  get valid(): boolean {
    return this.violations.length === 0;
  }

  add(violation: Violation): void {
    this.violations.push(violation);
  }

  merge(other: ValidationResult): void {
    this.violations.push(...other.violations);
    this.matchCount += other.matchCount;
  }
}
