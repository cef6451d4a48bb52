import { Fault } from './Fault';

/** The steps that an evaluation may take. A step is an operation, an iteration or about ten characters of work. */
export class Budget {
  readonly #limit: number;
  #spent = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get spent(): number {
    return this.#spent;
  }

  get remaining(): number {
    return this.#limit - this.#spent;
  }

  spend(steps: number): void {
    this.#spent += steps;
    if (this.#spent > this.#limit) {
      throw new Fault(
        `it takes more than ${
          this.#limit
        } steps; make lists shorter or the expression simpler`,
        true,
      );
    }
  }
}
