import type { OpaqueValue } from '../../expressions/values/OpaqueValue';
import { deepEqual } from '../values/deepEqual';

/** Data below preserve-unknown-fields: rules can only compare it. */
export class UnknownData implements OpaqueValue {
  readonly typeName = 'dyn';
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  equals(other: OpaqueValue): boolean {
    return other instanceof UnknownData && deepEqual(this.#value, other.#value);
  }

  toString(): string {
    return JSON.stringify(this.#value);
  }
}
