/** CEL's optional: a value or none. */
export class CelOptional {
  static readonly none = new CelOptional(false, undefined);

  static of(value: unknown): CelOptional {
    return new CelOptional(true, value);
  }

  readonly present: boolean;
  readonly value: unknown;

  private constructor(present: boolean, value: unknown) {
    this.present = present;
    this.value = value;
  }
}
