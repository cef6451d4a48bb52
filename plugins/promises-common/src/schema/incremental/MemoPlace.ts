import type { ValidationResult } from '../violations/ValidationResult';
import type { Violation } from '../violations/Violation';
import { Kept } from './Kept';

/** What the rules of a value and of everything below it found. */
export interface RulesFound {
  readonly violations: readonly Violation[];
  /** Steps that they took. */
  readonly spent: number;
}

/** What was found at a place of an object, and at the places below it. */
export class MemoPlace {
  readonly checks = new Kept<ValidationResult>();
  readonly rules = new Kept<RulesFound>();
  readonly #children = new Map<string | number, MemoPlace>();

  /** The place of a property, an entry or an item. */
  child(key: string | number): MemoPlace {
    let child = this.#children.get(key);
    if (!child) {
      child = new MemoPlace();
      this.#children.set(key, child);
    }
    return child;
  }
}
