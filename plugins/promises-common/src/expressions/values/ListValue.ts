type Convert = (item: unknown, index: number) => unknown;

/** A CEL list. Items of data are converted when they are asked for, once. */
export class ListValue {
  /** Lists of type set and map of a schema compare without regard to order. */
  readonly uniqueBy: ((item: unknown) => string) | undefined;
  readonly #raw: readonly unknown[];
  readonly #convert: Convert | undefined;
  readonly #converted: unknown[] = [];

  constructor(
    raw: readonly unknown[],
    convert?: Convert,
    uniqueBy?: (item: unknown) => string,
  ) {
    this.#raw = raw;
    this.#convert = convert;
    this.uniqueBy = uniqueBy;
  }

  get length(): number {
    return this.#raw.length;
  }

  at(index: number): unknown {
    if (!this.#convert) return this.#raw[index];
    if (!(index in this.#converted))
      this.#converted[index] = this.#convert(this.#raw[index], index);
    return this.#converted[index];
  }

  toArray(): readonly unknown[] {
    if (!this.#convert) return this.#raw;
    return this.#raw.map((_item, index) => this.at(index));
  }
}
