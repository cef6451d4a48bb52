import {
  formatPath,
  getAt,
  removeAt,
  setAt,
  type DataPath,
  type FieldError,
  type FormNode,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import type { Draft } from './Draft';
import { FieldMarks } from './FieldMarks';
import { FormProblems } from './FormProblems';
import { isBelow } from './isBelow';
import { materialise } from './materialise';
import { moveEntry } from './moveEntry';
import { PathSubscriptions } from './PathSubscriptions';
import { keyText, provisionalKey } from './provisionalKey';
import { remapPath, type EntryNames } from './remapPath';
import { withRequiredObjects } from './withRequiredObjects';
import { withoutProvisionalKeys } from './withoutProvisionalKeys';

/** What a {@link FormStore} begins with. */
export interface FormStoreOptions {
  /** The node that is drawn. */
  readonly root: FormNode;
  /** Path of the root in the object, for example `['spec']`. */
  readonly base: DataPath;
  /** Value of the root. */
  readonly value?: unknown;
  /** Problems of the whole object, at their paths. */
  validate(object: JsonObject): readonly FieldError[];
  /** Milliseconds between the last change and validation: a key press never waits for it. */
  readonly validationDelay?: number;
}

/** What came of an attempt to send. */
export interface SubmitResult {
  readonly value: unknown;
  /** Empty when the value may be sent. */
  readonly errors: readonly FieldError[];
}

/**
 * State of one form. Paths are written by `formatPath`. Whoever subscribes to a path is told when its value, draft,
 * errors or section change: a key press reaches the field and the sections around it, nothing else.
 */
export class FormStore {
  readonly root: FormNode;
  readonly base: DataPath;
  readonly #options: FormStoreOptions;
  readonly #paths = new PathSubscriptions();
  readonly #changes = new Set<() => void>();
  readonly #summary = new Set<() => void>();
  readonly #marks = new FieldMarks();
  readonly #problems = FormProblems.create(this.#marks);
  #object: JsonObject;
  #serial = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static create(options: FormStoreOptions): FormStore {
    return new FormStore(options);
  }

  private constructor(options: FormStoreOptions) {
    this.root = options.root;
    this.base = options.base;
    this.#options = options;
    this.#object = setAt(
      {},
      options.base,
      withRequiredObjects(options.root, options.value ?? {}),
    ) as JsonObject;
    this.#problems.setOwn(this.#validate());
    this.#problems.refresh();
  }

  subscribe(path: string, listener: () => void): () => void {
    return this.#paths.subscribe(path, listener);
  }

  /** Told after every change of the value. */
  subscribeChanges(listener: () => void): () => void {
    this.#changes.add(listener);
    return () => this.#changes.delete(listener);
  }

  /** Told when {@link FormStore.visibleErrors} or {@link FormStore.allErrors} change. */
  subscribeErrors(listener: () => void): () => void {
    this.#summary.add(listener);
    return () => this.#summary.delete(listener);
  }

  valueAt(path: DataPath): unknown {
    return getAt(this.#object, path);
  }

  /** Value of the root, as it would be sent. */
  value(): unknown {
    return getAt(withoutProvisionalKeys(this.#object), this.base);
  }

  set(path: DataPath, value: unknown): void {
    const before = materialise(this.root, this.base, this.#object, path);
    this.#marks.setDraft(formatPath(path), undefined);
    this.#change(path, setAt(before, path, value) as JsonObject);
  }

  remove(path: DataPath): void {
    const key = formatPath(path);
    this.#marks.rename(other => {
      const field = other.replace(/#key$/, '');
      return field === key || isBelow(field, key) ? undefined : other;
    });
    this.#change(path, removeAt(this.#object, path) as JsonObject);
  }

  /** Another value of the root, for example from YAML. Drafts give way to it. */
  replace(value: unknown): void {
    this.#marks.clearDrafts();
    this.#change(
      this.base,
      setAt(this.#object, this.base, value) as JsonObject,
    );
  }

  insertItem(path: DataPath, value: unknown): void {
    this.set(path, [...this.#list(path), value]);
  }

  removeItem(path: DataPath, index: number): void {
    const list = this.#list(path);
    this.#remap(
      path,
      list.map((_, at) => `[${at}]`),
      entry => {
        const at = Number(entry.slice(1, -1));
        return at === index ? undefined : `[${at > index ? at - 1 : at}]`;
      },
    );
    this.set(
      path,
      list.filter((_, at) => at !== index),
    );
  }

  moveItem(path: DataPath, from: number, to: number): void {
    const list = this.#list(path);
    const order = moveEntry([...list.keys()], from, to);
    this.#remap(
      path,
      list.map((_, at) => `[${at}]`),
      entry => `[${order.indexOf(Number(entry.slice(1, -1)))}]`,
    );
    this.set(path, moveEntry(list, from, to));
  }

  /** Adds a row without a key to a map and gives its provisional key. */
  insertEntry(path: DataPath, value: unknown): string {
    const key = provisionalKey('', this.#serial++);
    this.set([...path, key], value);
    this.#draftKey([...path, key], '');
    return key;
  }

  /** Gives a row of a map another key; a key that is empty or taken is kept as a draft. Answers the key in the value. */
  renameEntry(path: DataPath, from: string, text: string): string {
    const map = (this.valueAt(path) ?? {}) as JsonObject;
    if (keyText(from) === text) {
      return from;
    }
    const isFree = text !== '' && !Object.hasOwn(map, text);
    const to = isFree ? text : provisionalKey(text, this.#serial++);
    this.#marks.setDraft(`${formatPath([...path, from])}#key`, undefined);
    this.#remap(path, [`.${from}`], () => `.${to}`);
    this.set(
      path,
      Object.fromEntries(
        Object.entries(map).map(([key, value]) => [
          key === from ? to : key,
          value,
        ]),
      ),
    );
    if (!isFree) {
      this.#draftKey([...path, to], text);
    }
    return to;
  }

  draftAt(path: string): Draft | undefined {
    return this.#marks.drafts.get(path);
  }

  /** Keeps text that is not a value; the value stays what it was. */
  setDraft(path: DataPath, draft: Draft | undefined): void {
    const key = formatPath(path);
    this.#marks.setDraft(key, draft);
    this.#paths.notify(key);
    this.#refreshSummary();
  }

  /** The person has been at this field: its errors may be shown. */
  touch(path: DataPath): void {
    const key = formatPath(path);
    if (!this.#marks.touched.has(key)) {
      this.#marks.touch(key);
      this.#notifyAround(path);
      this.#refreshSummary();
    }
  }

  /** Messages to show at a path: none before the person has been there or has tried to send. */
  errorsAt(path: string): readonly string[] {
    return this.#problems.at(path);
  }

  /** What may be sent as it is, although somebody warns of it. */
  warningsAt(path: string): readonly string[] {
    return this.#problems.warningsAt(path);
  }

  /** Errors strictly below a path that may be shown; the same array until they change. */
  errorsBelow(path: string): readonly FieldError[] {
    return this.#problems.below(path);
  }

  /** All errors there are, shown or not; the same array until they change. */
  readonly allErrors = (): readonly FieldError[] => this.#problems.all();

  /** All errors that are shown somewhere in the form; the same array until they change. */
  readonly visibleErrors = (): readonly FieldError[] =>
    this.#problems.visible();

  setServerErrors(errors: readonly FieldError[]): void {
    this.#tell(this.#problems.setServer(errors));
    this.#refreshSummary();
  }

  setWarnings(warnings: readonly FieldError[]): void {
    this.#tell(this.#problems.setWarnings(warnings));
  }

  isSectionOpen(path: string): boolean | undefined {
    return this.#marks.sections.get(path);
  }

  setSectionOpen(path: string, isOpen: boolean): void {
    this.#marks.setSection(path, isOpen);
    this.#paths.notify(path);
  }

  /** Opens every section around a path, the innermost first: an outer one is told when all is known of what is in it. */
  reveal(path: DataPath): void {
    for (let length = path.length; length >= this.base.length; length--) {
      this.setSectionOpen(formatPath(path.slice(0, length)), true);
    }
  }

  /** Validates at once and shows every error from now on. */
  submit(): SubmitResult {
    this.#problems.submit();
    this.#validateNow();
    this.#paths.notifyBelow('');
    this.#refreshSummary();
    return { value: this.value(), errors: this.#problems.own() };
  }

  /** Ends what is still to come. */
  dispose(): void {
    clearTimeout(this.#timer);
  }

  #list(path: DataPath): readonly unknown[] {
    const value = this.valueAt(path);
    return Array.isArray(value) ? value : [];
  }

  #change(path: DataPath, object: JsonObject) {
    const key = formatPath(path);
    this.#object = object;
    this.#tell(this.#problems.forget(key));
    this.#notifyAround(path);
    this.#paths.notifyBelow(key);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#validateNow(),
      this.#options.validationDelay ?? 120,
    );
    this.#refreshSummary();
    this.#changes.forEach(listener => listener());
  }

  #notifyAround(path: DataPath) {
    for (let length = path.length; length >= this.base.length; length--) {
      this.#paths.notify(formatPath(path.slice(0, length)));
    }
  }

  #validate(): readonly FieldError[] {
    const base = formatPath(this.base);
    return this.#options
      .validate(withoutProvisionalKeys(this.#object))
      .filter(({ path }) => path === base || isBelow(path, base));
  }

  #validateNow() {
    clearTimeout(this.#timer);
    this.#tell(this.#problems.setOwn(this.#validate()));
    this.#refreshSummary();
  }

  #tell(paths: readonly string[]) {
    paths.forEach(path => this.#paths.notify(path));
  }

  #refreshSummary() {
    if (this.#problems.refresh()) {
      this.#summary.forEach(listener => listener());
    }
  }

  #draftKey(path: DataPath, text: string) {
    const key = formatPath(path);
    this.#marks.setDraft(`${key}#key`, {
      text,
      message:
        text === ''
          ? 'Give this entry a key'
          : `The key ${text} is there already`,
    });
    this.#paths.notify(key);
    this.#refreshSummary();
  }

  #remap(path: DataPath, entries: readonly string[], rename: EntryNames) {
    const container = formatPath(path);
    this.#marks.rename(other => remapPath(other, container, entries, rename));
  }
}
