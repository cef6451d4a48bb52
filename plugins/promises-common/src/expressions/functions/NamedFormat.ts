import type { OpaqueValue } from '../values/OpaqueValue';

/** A format of Kubernetes' CEL library `format`. */
export class NamedFormat implements OpaqueValue {
  readonly typeName = 'kubernetes.NamedFormat';
  readonly name: string;
  readonly #problemOf: (text: string) => string | undefined;

  constructor(name: string, problemOf: (text: string) => string | undefined) {
    this.name = name;
    this.#problemOf = problemOf;
  }

  /** What is wrong with a text; undefined where nothing is. */
  problemOf(text: string): string | undefined {
    return this.#problemOf(text);
  }

  equals(other: OpaqueValue): boolean {
    return other instanceof NamedFormat && other.name === this.name;
  }

  toString(): string {
    return this.name;
  }
}
