import {
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import { Alert, Text } from '@backstage/ui';
import type {
  FieldError,
  JsonObject,
} from '@promissory/plugin-promises-common';
import { createFormStore } from './createFormStore';
import { sameValue } from './fields/sameValue';
import { FormContext } from './FormContext';
import { FormViews } from './FormViews';
import type { FormStore } from './store/FormStore';
import classes from './PromiseForm.module.css';

/** Props of {@link PromiseForm}. @public */
export interface PromiseFormProps {
  /** openAPIV3Schema of the whole object, as `PromiseDetail.schema` has it. */
  readonly schema: unknown;
  /**
   * The spec. The form keeps its own and tells of it by `onChange`; another value than it told last replaces what it
   * has, for example a draft or an example. Only what differs from the server's defaults has to be in it.
   */
  readonly value?: JsonObject;
  /** The spec that is stored, where this is a change: transition rules compare with it. */
  readonly oldValue?: JsonObject;
  /** Called after every change, also with a spec that is not valid. */
  readonly onChange?: (value: JsonObject) => void;
  /** What the server said about the last attempt, by path. A field's errors go when it is changed. */
  readonly errors?: readonly FieldError[];
  readonly disabled?: boolean;
}

/** What came of an attempt to send. @public */
export interface PromiseFormResult {
  readonly value: JsonObject;
  /** Empty when the value may be sent. */
  readonly errors: readonly FieldError[];
}

/** What a page can ask of a form by its `ref`. @public */
export interface PromiseFormHandle {
  /** Validates at once and shows every error from now on; with errors, the focus goes to their summary. */
  submit(): PromiseFormResult;
}

/** The request form of a Promise: every field of its schema, as a form and as YAML. @public */
export const PromiseForm = forwardRef<PromiseFormHandle, PromiseFormProps>(
  function PromiseForm(props, ref) {
    const { schema, oldValue } = props;
    const initial = useRef(props.value);
    initial.current = props.value;
    const created = useMemo((): {
      store?: FormStore;
      message?: string;
    } => {
      try {
        return {
          store: createFormStore({ schema, oldValue, value: initial.current }),
        };
      } catch (error) {
        return { message: error instanceof Error ? error.message : 'unknown' };
      }
    }, [schema, oldValue]);

    if (created.store) {
      return <StoredForm {...props} ref={ref} store={created.store} />;
    }
    return <FormWithoutFields {...props} ref={ref} message={created.message} />;
  },
);

const StoredForm = forwardRef<
  PromiseFormHandle,
  PromiseFormProps & { readonly store: FormStore }
>(function StoredForm(props, ref) {
  const { store, value, onChange, errors, disabled = false } = props;
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
    }),
    [store],
  );

  const form = useMemo(
    () => ({ store, idPrefix, isDisabled: disabled }),
    [store, idPrefix, disabled],
  );
  return (
    <FormContext.Provider value={form}>
      <FormViews summaryRef={summary} />
    </FormContext.Provider>
  );
});

const FormWithoutFields = forwardRef<
  PromiseFormHandle,
  PromiseFormProps & { readonly message?: string }
>(function FormWithoutFields({ value, message }, ref) {
  useImperativeHandle(
    ref,
    () => ({
      submit: () => ({
        value: value ?? {},
        errors: message ? [{ path: '', reason: 'InvalidSchema', message }] : [],
      }),
    }),
    [value, message],
  );
  return message ? (
    <Alert
      status="danger"
      icon
      title="This Promise has a schema that cannot be used"
      description={`${message}. Its owner has to correct the Promise before it can be ordered.`}
    />
  ) : (
    <Text as="p" color="secondary" className={classes.nothing}>
      This Promise asks for nothing: it can be ordered as it is.
    </Text>
  );
});
