/** Reads at most once in a while, and never twice at the same time. */
export class CachedRead<T> {
  static create<T>(options: {
    readonly read: () => Promise<T>;
    readonly maximumAgeMs: number;
    readonly now: () => Date;
  }): CachedRead<T> {
    return new CachedRead(options);
  }

  readonly #options: Parameters<typeof CachedRead.create<T>>[0];
  #reading: Promise<T> | undefined;
  #last: { readonly at: number; readonly value: T } | undefined;

  private constructor(options: Parameters<typeof CachedRead.create<T>>[0]) {
    this.#options = options;
  }

  /** What was read last, what is being read, or what is read now; a read that failed is not kept. */
  async get(): Promise<T> {
    const { read, maximumAgeMs, now } = this.#options;
    const at = now().getTime();
    if (this.#last && at - this.#last.at < maximumAgeMs) {
      return this.#last.value;
    }
    this.#reading ??= read()
      .then(value => {
        this.#last = { at, value };
        return value;
      })
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }
}
