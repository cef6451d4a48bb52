import type { Budget } from './Budget';

/** The variables that an expression sees, and the budget of the evaluation. */
export class Scope {
  readonly budget: Budget;
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #parent: Scope | undefined;

  constructor(
    budget: Budget,
    values: ReadonlyMap<string, unknown>,
    parent?: Scope,
  ) {
    this.budget = budget;
    this.#values = values;
    this.#parent = parent;
  }

  /** The value of a variable; undefined where it has none. */
  get(name: string): unknown {
    if (this.#values.has(name)) return this.#values.get(name);
    return this.#parent?.get(name);
  }

  /** A scope with variables of its own above this one. */
  with(values: ReadonlyMap<string, unknown>): Scope {
    return new Scope(this.budget, values, this);
  }
}
