import type { FieldError } from '@promissory/plugin-promises-common';

const none: readonly string[] = [];

/** Errors by the path at which they stand; tells which paths changed when they are replaced. */
export class FormErrors {
  #byPath: ReadonlyMap<string, readonly string[]> = new Map();
  #all: readonly FieldError[] = [];

  at(path: string): readonly string[] {
    return this.#byPath.get(path) ?? none;
  }

  all(): readonly FieldError[] {
    return this.#all;
  }

  /** Paths at which something else stands than before. */
  replace(errors: readonly FieldError[]): string[] {
    const before = this.#byPath;
    const after = new Map<string, string[]>();
    for (const { path, message } of errors) {
      after.set(path, [...(after.get(path) ?? []), message]);
    }
    this.#byPath = after;
    this.#all = errors;
    return [...new Set([...before.keys(), ...after.keys()])].filter(
      path => before.get(path)?.join('\n') !== after.get(path)?.join('\n'),
    );
  }
}
