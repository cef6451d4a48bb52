import type { ResourceRequest } from '@promissory/plugin-promises-common';
import type { RequestResource } from '@promissory/plugin-promises-node';

/** What conditions look at. */
export function requestResource(request: ResourceRequest): RequestResource {
  return {
    promiseName: request.promise.name,
    namespace: request.namespace,
    ownerRef: request.owner,
    requestedBy: request.requestedBy,
  };
}
