/**
 * A number that was written with a fraction or an exponent although it is whole (`1.0`, `1e3`). JSON.parse does not
 * tell it from an integer, the API server does; `parseJsonText` makes these.
 */
export class DecimalNumber {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  toJSON(): number {
    return this.value;
  }
}
