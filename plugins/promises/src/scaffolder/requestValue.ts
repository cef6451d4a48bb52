import type { PromiseDetail } from '@promissory/plugin-promises-common';
import { newOrder, type OrderDraft } from '../order/OrderDraft';
import { ownersIn } from '../order/target/namespaceChoices';
import type { PromiseRequestValue } from './PromiseRequestValue';

/** What the form begins with: what the wizard has of it already, and what a new order begins with for the rest. */
export function draftOf(
  promise: PromiseDetail,
  value: Partial<PromiseRequestValue> | undefined,
  suggestedName: string,
): OrderDraft {
  const fresh = newOrder(promise, suggestedName);
  const namespace = value?.namespace ?? fresh.namespace;
  return {
    ...fresh,
    namespace,
    name: value?.name ?? fresh.name,
    owner: value?.owner ?? ownersIn(namespace, promise.namespaces)[0] ?? '',
    spec: value?.spec ?? fresh.spec,
  };
}

/** A draft as the template gets it. */
export function valueOf(
  promise: string,
  draft: OrderDraft,
): PromiseRequestValue {
  const { namespace, name, owner, spec } = draft;
  return { promise, namespace, name, ...(owner && { owner }), spec };
}
