import type {
  JsonObject,
  PromiseDetail,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import { ownersIn, targetChoices } from './target/namespaceChoices';

/** An order while it is being written. */
export interface OrderDraft {
  readonly namespace: string;
  readonly name: string;
  readonly owner: string;
  readonly spec: JsonObject;
  readonly comment: string;
}

/** What the form begins with. */
export function newOrder(
  promise: Pick<PromiseDetail, 'namespaces'>,
  name: string,
): OrderDraft {
  const namespace = targetChoices(promise.namespaces).namespaces[0] ?? '';
  return {
    namespace,
    name,
    owner: ownersIn(namespace, promise.namespaces)[0] ?? '',
    spec: {},
    comment: '',
  };
}

/** What the form begins with when a request is changed. */
export function changeOf(request: ResourceRequest): OrderDraft {
  return {
    namespace: request.namespace,
    name: request.name,
    owner: request.owner,
    spec: request.spec as JsonObject,
    comment: '',
  };
}
