import { Alert } from '@backstage/ui';
import { describeError } from '@promissory/plugin-promises-react';

/** Why an order was not taken, where no field is to blame. */
export function Problem(props: { readonly error: unknown }) {
  const { title, message, remedy } = describeError(props.error);
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={title}
      description={`${message} ${remedy}`}
    />
  );
}
