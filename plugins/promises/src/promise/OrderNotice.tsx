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
  return (
    <Alert
      status={statusOf(promise, hint.isSupport)}
      icon
      title={hint.reason}
      description={hint.remedy}
    />
  );
}

function statusOf({ availability }: PromiseCard, isSupport = false) {
  if (isSupport) {
    return 'info';
  }
  return availability.state === 'Invalid' || availability.state === 'Refused'
    ? 'danger'
    : 'warning';
}
