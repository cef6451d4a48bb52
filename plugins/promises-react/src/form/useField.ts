import { formatPath, type DataPath } from '@promissory/plugin-promises-common';
import { fieldId } from './fieldId';
import { useForm } from './FormContext';
import type { Draft } from './store/Draft';
import type { FormStore } from './store/FormStore';
import { useFormSnapshot } from './useFormSnapshot';

/** One field of the form as its widget sees it. */
export interface Field {
  readonly store: FormStore;
  readonly value: unknown;
  readonly draft: Draft | undefined;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly isDisabled: boolean;
  /** Path in words, `spec.size`. */
  readonly key: string;
  /** Id of the element around the field. */
  readonly id: string;
  readonly hintId: string;
  readonly errorId: string;
  set(value: unknown): void;
  remove(): void;
  touch(): void;
}

/** Follows the value, the draft and the errors of one path, and nothing else. */
export function useField(path: DataPath): Field {
  const { store, idPrefix, isDisabled } = useForm();
  const key = formatPath(path);
  const id = fieldId(idPrefix, key);
  return {
    store,
    value: useFormSnapshot(path, () => store.valueAt(path)),
    draft: useFormSnapshot(path, () => store.draftAt(key)),
    errors: useFormSnapshot(path, () => store.errorsAt(key)),
    warnings: useFormSnapshot(path, () => store.warningsAt(key)),
    isDisabled,
    key,
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    set: value => store.set(path, value),
    remove: () => store.remove(path),
    touch: () => store.touch(path),
  };
}
