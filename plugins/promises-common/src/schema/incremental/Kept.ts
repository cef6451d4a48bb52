/** A result that is kept as long as everything that it depends on is the same. */
export class Kept<Result> {
  #key: readonly unknown[] = [];
  #result: Result | undefined;

  /** The result for a key; undefined where another one is kept. */
  get(key: readonly unknown[]): Result | undefined {
    // A loop, because this is asked for every value at every key press.
    for (let index = 0; index < key.length; index++)
      if (key[index] !== this.#key[index]) return undefined;
    return this.#result;
  }

  keep(key: readonly unknown[], result: Result): void {
    this.#key = key;
    this.#result = result;
  }
}
