import { forwardRef, useMemo, useRef } from 'react';
import { toError } from '@backstage/errors';
import { createFormStore } from './createFormStore';
import { FormWithoutFields } from './FormWithoutFields';
import type { PromiseFormHandle, PromiseFormProps } from './PromiseFormProps';
import type { FormStore } from './store/FormStore';
import { StoredForm } from './StoredForm';

/** The request form of a Promise: every field of its schema, as a form and as YAML. @public */
export const PromiseForm = forwardRef<PromiseFormHandle, PromiseFormProps>(
  (props, ref) => {
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
        return { message: toError(error).message };
      }
    }, [schema, oldValue]);

    if (created.store) {
      return <StoredForm {...props} ref={ref} store={created.store} />;
    }
    return <FormWithoutFields {...props} ref={ref} message={created.message} />;
  },
);
PromiseForm.displayName = 'PromiseForm';
