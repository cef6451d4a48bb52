import { Alert } from '@backstage/ui';
import type { PromiseCard } from '@promissory/plugin-promises-common';
import { orderHint } from '../marketplace/orderHint';

/** Why a Promise takes no order now, and what would change that; nothing where it does. */
export function OrderNotice(props: { readonly promise: PromiseCard }) {
  const { promise } = props;
  const hint = orderHint(promise);
  if (hint.orderable) {
    return null;
  }
  const { state } = promise.availability;
  return (
    <Alert
      status={state === 'Invalid' || state === 'Refused' ? 'danger' : 'warning'}
      icon
      title={hint.reason}
      description={hint.remedy}
    />
  );
}
