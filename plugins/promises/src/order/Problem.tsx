import { Alert } from '@backstage/ui';
import { describeError } from '@promissory/plugin-promises-react';

/** Why an order was not taken, where no field is to blame. */
export function Problem(props: { readonly error: unknown }) {
  const { title, message, remedy, status } = describeError(props.error);
  // The page shows the difference; what the server says of etags is for programs.
  const description =
    status === 412
      ? 'Your input is kept. See what changed, and go on from the new version.'
      : `${message.replace(/[^.!?]$/, '$&.')} ${remedy}`;
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={title}
      description={description}
    />
  );
}
