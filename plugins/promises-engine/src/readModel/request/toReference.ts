import type { RequestReference } from '@promissory/plugin-promises-common';
import type { RequestView } from './selectRequests';
import { toRequest } from './toRequest';

/** A request as its relatives show it. */
export function toReference(view: RequestView): RequestReference {
  const { uid, promise, namespace, name, state } = toRequest(view);
  return {
    uid,
    promise: {
      name: promise.name,
      title: promise.title,
      ...(promise.icon ? { icon: promise.icon } : {}),
    },
    namespace,
    name,
    state,
  };
}
