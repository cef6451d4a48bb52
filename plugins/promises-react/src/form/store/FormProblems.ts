import type { FieldError } from '@promissory/plugin-promises-common';
import type { FieldMarks } from './FieldMarks';
import { FormErrors } from './FormErrors';
import { isBelow } from './isBelow';
import { sameErrors } from './sameErrors';

const noMessages: readonly string[] = [];
const noErrors: readonly FieldError[] = [];

/**
 * What is wrong in a form, and what of it a person sees by now: errors of its own, what the server said, and warnings.
 * Answers stay the same array until they change.
 */
export class FormProblems {
  readonly #marks: FieldMarks;
  readonly #own = new FormErrors();
  readonly #server = new FormErrors();
  readonly #warnings = new FormErrors();
  readonly #shown = new Map<string, readonly string[]>();
  readonly #below = new Map<string, readonly FieldError[]>();
  #isSubmitted = false;
  #visible: readonly FieldError[] = noErrors;
  #all: readonly FieldError[] = noErrors;

  static create(marks: FieldMarks): FormProblems {
    return new FormProblems(marks);
  }

  private constructor(marks: FieldMarks) {
    this.#marks = marks;
  }

  /** Paths at which something else stands than before, as of the other setters. */
  setOwn(errors: readonly FieldError[]): readonly string[] {
    return this.#own.replace(errors);
  }

  setServer(errors: readonly FieldError[]): readonly string[] {
    return this.#server.replace(errors);
  }

  setWarnings(warnings: readonly FieldError[]): readonly string[] {
    return this.#warnings.replace(warnings);
  }

  /** What was said from outside of a value does not hold for another one. */
  forget(path: string): readonly string[] {
    const isElsewhere = (error: FieldError) =>
      error.path !== path && !isBelow(error.path, path);
    return [
      ...this.#server.replace(this.#server.all().filter(isElsewhere)),
      ...this.#warnings.replace(this.#warnings.all().filter(isElsewhere)),
    ];
  }

  /** From now on every error is shown. */
  submit(): void {
    this.#isSubmitted = true;
  }

  /** Messages to show at a path: none before the person has been there or has tried to send. */
  at(path: string): readonly string[] {
    const draft = this.#marks.drafts.get(path);
    const isVisible = this.#isVisible(path);
    // Form and server find the same fault in the same words.
    const messages = [
      ...new Set([
        ...(draft && isVisible ? [draft.message] : []),
        ...(!draft && isVisible ? this.#own.at(path) : []),
        ...this.#server.at(path),
      ]),
    ];
    const before = this.#shown.get(path) ?? noMessages;
    if (
      before.length === messages.length &&
      before.every((message, index) => message === messages[index])
    ) {
      return before;
    }
    this.#shown.set(path, messages);
    return messages;
  }

  warningsAt(path: string): readonly string[] {
    return this.#warnings.at(path);
  }

  /** Errors strictly below a path that may be shown. */
  below(path: string): readonly FieldError[] {
    const errors = [
      ...(this.#isVisible(path) ? this.#own.all() : []),
      ...this.#server.all(),
    ].filter(error => isBelow(error.path, path));
    const before = this.#below.get(path) ?? noErrors;
    if (sameErrors(before, errors)) {
      return before;
    }
    this.#below.set(path, errors);
    return errors;
  }

  /** Errors of the form's own: they keep it from being sent. */
  own(): readonly FieldError[] {
    const drafts = [...this.#marks.drafts].map(([path, { message }]) => ({
      path: path.replace(/#key$/, ''),
      reason: 'FieldValueInvalid',
      message,
    }));
    return [
      ...drafts,
      ...this.#own.all().filter(({ path }) => !this.#marks.drafts.has(path)),
    ];
  }

  all(): readonly FieldError[] {
    return this.#all;
  }

  visible(): readonly FieldError[] {
    return this.#visible;
  }

  /** Counts anew what there is and what is shown; whether that differs from before. */
  refresh(): boolean {
    const server = this.#server.all();
    const all = [...server, ...this.own()];
    const visible = this.#isSubmitted ? all : server;
    if (sameErrors(all, this.#all) && sameErrors(visible, this.#visible)) {
      return false;
    }
    this.#all = all;
    this.#visible = visible;
    return true;
  }

  #isVisible(path: string): boolean {
    return (
      this.#isSubmitted ||
      this.#marks.touched.has(path) ||
      [...this.#marks.touched].some(touched => isBelow(touched, path))
    );
  }
}
