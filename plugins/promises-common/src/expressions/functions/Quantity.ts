import type { OpaqueValue } from '../values/OpaqueValue';

const NANO = 1_000_000_000n;

/** A quantity of Kubernetes (`500m`, `2Gi`), exact to a billionth. */
export class Quantity implements OpaqueValue {
  readonly typeName = 'kubernetes.Quantity';
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }

  get isInteger(): boolean {
    return this.nanos % NANO === 0n;
  }

  get whole(): bigint {
    return this.nanos / NANO;
  }

  equals(other: OpaqueValue): boolean {
    return other instanceof Quantity && other.nanos === this.nanos;
  }

  toString(): string {
    if (this.isInteger) return String(this.whole);
    for (const [suffix, unit] of [
      ['m', NANO / 1000n],
      ['u', 1000n],
    ] as const)
      if (this.nanos % unit === 0n) return `${this.nanos / unit}${suffix}`;
    return `${this.nanos}n`;
  }
}
