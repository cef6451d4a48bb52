import type { MemoPlace } from '../incremental/MemoPlace';
import type { Violation } from './Violation';

/**
 * What a check found. `matchCount` is the number of checks that were passed through: of the alternatives of a union
 * that all fail, the API server reports the one with the highest.
 */
export class ValidationResult {
  readonly violations: Violation[] = [];
  /** What was found before at the place that this is about; undefined where nothing is kept. */
  readonly memo: MemoPlace | undefined;
  matchCount = 0;

  constructor(memo?: MemoPlace) {
    this.memo = memo;
  }

  get valid(): boolean {
    return this.violations.length === 0;
  }

  add(violation: Violation): void {
    this.violations.push(violation);
  }

  merge(other: ValidationResult): void {
    for (const violation of other.violations) this.violations.push(violation);
    this.matchCount += other.matchCount;
  }
}
