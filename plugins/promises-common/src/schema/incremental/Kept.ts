/** A result that is kept as long as everything that it depends on is the same. */
export class Kept<Result> {
  #key: readonly unknown[] = [];
  #result: Result | undefined;

  /** The result for a key; undefined where another one is kept. */
  get(key: readonly unknown[]): Result | undefined {
    const isSame =
      this.#result !== undefined &&
      key.every((part, index) => part === this.#key[index]);
    return isSame ? this.#result : undefined;
  }

  keep(key: readonly unknown[], result: Result): void {
    this.#key = key;
    this.#result = result;
  }
}
