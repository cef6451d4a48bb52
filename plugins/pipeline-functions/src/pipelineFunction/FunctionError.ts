import type { PolicyViolation } from '@promissory/plugin-promises-common';

/** What is known of a failure besides its message. @public */
export interface FunctionErrorOptions {
  /** Why the step failed, a word in CamelCase; `Error` unless given. */
  readonly reason?: string;
  /** Rules of policies that were found broken. */
  readonly violations?: readonly PolicyViolation[];
}

/** What is wrong with a function's input, and where. Its message is meant for the author of the Promise. @public */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
  readonly reason: string;
  readonly violations: readonly PolicyViolation[];

  /**
   * @param path - where, for example `OPTIONS.files[0].path`; empty for the input as a whole
   * @param problem - what is wrong and what to do
   */
  constructor(
    readonly path: string,
    problem: string,
    options: FunctionErrorOptions = {},
  ) {
    super(path ? `${path}: ${problem}` : problem);
    this.reason = options.reason ?? 'Error';
    this.violations = options.violations ?? [];
  }
}
