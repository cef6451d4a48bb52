import type { OpaqueValue } from '../values/OpaqueValue';
import { compareTexts } from '../values/compareTexts';

const NUMBER = '(0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const VERSION = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`,
);
const LOOSE = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?((?:[-+].*)?)$/;

function compareParts(left: string, right: string): number {
  const numbers = [left, right].map(part => /^\d+$/.test(part));
  if (numbers[0] && numbers[1]) {
    const difference = BigInt(left) - BigInt(right);
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }
  if (numbers[0] !== numbers[1]) return numbers[0] ? -1 : 1;
  return compareTexts(left, right);
}

/** A version of semver.org. */
export class Semver implements OpaqueValue {
  /** @param normalize - also takes `v1`, `1.2` and leading zeros */
  static parse(text: string, normalize = false): Semver | undefined {
    const match = VERSION.exec(normalize ? Semver.#complete(text) : text);
    return match ? new Semver(match) : undefined;
  }

  static #complete(text: string): string {
    const match = LOOSE.exec(text.trim());
    if (!match) return text;
    const [major, minor, patch] = match
      .slice(1, 4)
      .map(part => BigInt(part ?? '0'));
    return `${major}.${minor}.${patch}${match[4]}`;
  }

  readonly typeName = 'kubernetes.Semver';
  readonly numbers: readonly bigint[];
  readonly #prerelease: readonly string[];
  readonly #text: string;

  private constructor(match: RegExpExecArray) {
    this.#text = match[0];
    this.numbers = match.slice(1, 4).map(BigInt);
    this.#prerelease = match[4]?.split('.') ?? [];
  }

  compareTo(other: Semver): number {
    for (const [index, number] of this.numbers.entries()) {
      if (number !== other.numbers[index])
        return number < other.numbers[index] ? -1 : 1;
    }
    const [left, right] = [this.#prerelease, other.#prerelease];
    if (left.length === 0 || right.length === 0)
      return Math.sign(right.length - left.length);
    for (const [index, part] of left.entries()) {
      if (index >= right.length) return 1;
      const order = compareParts(part, right[index]);
      if (order !== 0) return order;
    }
    return left.length < right.length ? -1 : 0;
  }

  equals(other: OpaqueValue): boolean {
    return other instanceof Semver && this.compareTo(other) === 0;
  }

  toString(): string {
    return this.#text;
  }
}
