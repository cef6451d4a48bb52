import type { JsonObject } from '@promissory/plugin-promises-common';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod/v4';

/** What a case expects, and which of it was asserted. */
export class Expectation {
  static of(expected: JsonObject): Expectation {
    return new Expectation(expected);
  }

  readonly #expected: JsonObject;
  readonly #asserted = new Set<string>();
  readonly #differences: string[] = [];

  private constructor(expected: JsonObject) {
    this.#expected = expected;
  }

  /** What is not as expected, in words. */
  get differences(): readonly string[] {
    return this.#differences;
  }

  /** Keys that nobody has looked at. */
  get unread(): readonly string[] {
    return Object.keys(this.#expected).filter(key => !this.#asserted.has(key));
  }

  /** The value of a key is this one; nothing where the case says nothing of it. */
  equal(key: string, actual: unknown): void {
    this.check(key, expected =>
      isDeepStrictEqual(plain(actual), plain(expected))
        ? undefined
        : `is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`,
    );
  }

  /** The text of a key is a regular expression that the text matches. */
  matches(key: string, actual: string): void {
    this.check(key, expected =>
      new RegExp(String(expected)).test(actual)
        ? undefined
        : `${actual} does not match ${expected}`,
    );
  }

  /**
   * What was refused, none where nothing was: `error` is the whole message or null, `errorContains` a part or several,
   * `errorMatches` a regular expression, `errors` a list of messages.
   */
  refusals(messages: readonly string[]): void {
    const all = messages.join('\n');
    const has = (part: unknown) => all.includes(String(part));
    this.check('error', expected => {
      if (expected === null) return all ? `is refused: ${all}` : undefined;
      return messages.some(message => message === expected)
        ? undefined
        : `is ${JSON.stringify(messages)}, not ${JSON.stringify(expected)}`;
    });
    this.check('errorContains', expected => {
      const missing = [expected].flat().filter(part => !has(part));
      return missing.length === 0
        ? undefined
        : `${JSON.stringify(messages)} lacks ${JSON.stringify(missing)}`;
    });
    this.check('errorMatches', expected =>
      messages.some(message => new RegExp(String(expected)).test(message))
        ? undefined
        : `${JSON.stringify(messages)} does not match ${expected}`,
    );
    this.check('errors', expected => {
      const missing = [expected].flat().filter(part => !has(part));
      return missing.length === 0
        ? undefined
        : `${JSON.stringify(messages)} lacks ${JSON.stringify(missing)}`;
    });
  }

  /** The same for a value of this shape; one of another shape stays unread. */
  checkShape<T>(
    key: string,
    shape: z.ZodType<T>,
    judge: (expected: T) => string | undefined,
  ): void {
    const parsed = shape.safeParse(this.#expected[key]);
    if (parsed.success) this.check(key, () => judge(parsed.data));
  }

  /** Judges the value of a key: what is wrong, in words, or nothing. */
  check(key: string, judge: (expected: unknown) => string | undefined): void {
    if (!(key in this.#expected)) return;
    this.#asserted.add(key);
    const difference = judge(this.#expected[key]);
    if (difference) this.#differences.push(`${key} ${difference}`);
  }
}

/** Without what JSON does not have. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
