import { formatPath } from '@promissory/plugin-promises-common';
import { fieldId } from './fieldId';
import { focusField } from './focusField';
import type { FormStore } from './store/FormStore';
import { locateField } from './store/locateField';

/** Opens the parts of the form around the field that is nearest to a path, and puts the focus into it. */
export function revealField(options: {
  readonly store: FormStore;
  readonly idPrefix: string;
  /** As `formatPath` writes it. */
  readonly errorPath: string;
}): void {
  const { store, idPrefix, errorPath } = options;
  const { path } = locateField({
    root: store.root,
    base: store.base,
    errorPath,
    object: store.valueAt([]),
  });
  store.reveal(path);
  // What was closed is drawn first.
  setTimeout(() => focusField(fieldId(idPrefix, formatPath(path))));
}
