import { forwardRef, useImperativeHandle } from 'react';
import { Alert, Text } from '@backstage/ui';
import type { PromiseFormHandle, PromiseFormProps } from './PromiseFormProps';
import classes from './PromiseForm.module.css';

/** In place of the form where there is nothing to fill in, or where the schema cannot be used. */
export const FormWithoutFields = forwardRef<
  PromiseFormHandle,
  PromiseFormProps & { readonly message?: string }
>(({ value, message }, ref) => {
  useImperativeHandle(
    ref,
    () => ({
      submit: () => ({
        value: value ?? {},
        errors: message ? [{ path: '', reason: 'InvalidSchema', message }] : [],
      }),
      focusField: () => {},
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
FormWithoutFields.displayName = 'FormWithoutFields';
