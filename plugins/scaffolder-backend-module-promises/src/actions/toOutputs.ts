import type { JsonObject } from '@backstage/types';
import type {
  ResourceRequest,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';

/** See requestOutput. */
export interface RequestOutputs {
  readonly uid: string;
  readonly entityRef?: string;
  readonly url: string;
  readonly promise: string;
  readonly namespace: string;
  readonly name: string;
  readonly generation: number;
  readonly state: string;
  readonly message: string;
  readonly reached: boolean;
  readonly status: JsonObject;
}

/** Outputs of a step from the request as it was seen last. */
export function toOutputs(
  request: ResourceRequest & Pick<Partial<ResourceRequestDetail>, 'catalog'>,
  seen: { readonly url: string; readonly reached: boolean },
): RequestOutputs {
  return {
    uid: request.uid,
    entityRef: request.catalog?.entityRef,
    url: seen.url,
    promise: request.promise.name,
    namespace: request.namespace,
    name: request.name,
    generation: request.generation,
    state: request.state.name,
    message: request.state.message,
    reached: seen.reached,
    status: (request.outputs ?? {}) as JsonObject,
  };
}
