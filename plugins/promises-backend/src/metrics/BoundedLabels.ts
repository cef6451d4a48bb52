/** Keeps the values of a label from growing without end: the first so many keep their name, all others are `other`. */
export class BoundedLabels {
  static create(options: { readonly limit: number }): BoundedLabels {
    return new BoundedLabels(options.limit);
  }

  readonly #limit: number;
  readonly #known = new Set<string>();

  private constructor(limit: number) {
    this.#limit = limit;
  }

  /** What to call it. */
  bound(value: string): string {
    if (!this.#known.has(value)) {
      if (this.#known.size >= this.#limit) return 'other';
      this.#known.add(value);
    }
    return value;
  }
}
