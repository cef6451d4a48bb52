import {
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { sameValue } from './fields/sameValue';
import { FormContext } from './FormContext';
import { FormViews } from './FormViews';
import type { PromiseFormHandle, PromiseFormProps } from './PromiseFormProps';
import { revealField } from './revealField';
import type { FormStore } from './store/FormStore';

/** A form around a store: keeps value, server errors and the page's `ref` in step with it. */
export const StoredForm = forwardRef<
  PromiseFormHandle,
  PromiseFormProps & { readonly store: FormStore }
>((props, ref) => {
  const { store, value, onChange, disabled = false } = props;
  const { withoutSummary = false } = props;
  const { errors, warnings } = props;
  const idPrefix = useId();
  const summary = useRef<HTMLDivElement>(null);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  useEffect(
    () =>
      store.subscribeChanges(() => {
        told.current = store.value() as JsonObject;
        tell.current?.(told.current);
      }),
    [store],
  );
  useEffect(() => () => store.dispose(), [store]);
  useEffect(() => {
    if (value !== undefined && value !== told.current) {
      told.current = value;
      if (!sameValue(value, store.value())) {
        store.replace(value);
      }
    }
  }, [store, value]);
  useEffect(() => store.setServerErrors(errors ?? []), [store, errors]);
  useEffect(() => store.setWarnings(warnings ?? []), [store, warnings]);

  useImperativeHandle(
    ref,
    () => ({
      submit() {
        const result = store.submit();
        if (result.errors.length > 0) {
          // The summary is drawn first.
          setTimeout(() => summary.current?.focus());
        }
        return { value: result.value as JsonObject, errors: result.errors };
      },
      focusField(errorPath) {
        revealField({ store, idPrefix, errorPath });
      },
    }),
    [store, idPrefix],
  );

  const form = useMemo(
    () => ({ store, idPrefix, isDisabled: disabled }),
    [store, idPrefix, disabled],
  );
  return (
    <FormContext.Provider value={form}>
      <FormViews summaryRef={withoutSummary ? undefined : summary} />
    </FormContext.Provider>
  );
});
StoredForm.displayName = 'StoredForm';
