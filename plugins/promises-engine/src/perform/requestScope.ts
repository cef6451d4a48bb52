import type { RequestFacts } from '../plan/snapshot';
import type { EventScope } from './types';

/** What every event of a request says of whose it is. */
export function requestScope(
  request: Pick<
    RequestFacts,
    | 'platform'
    | 'promiseName'
    | 'uid'
    | 'namespace'
    | 'ownerRef'
    | 'requestedBy'
  >,
): EventScope {
  return {
    platform: request.platform,
    promiseName: request.promiseName,
    requestUid: request.uid,
    namespace: request.namespace,
    ownerRef: request.ownerRef,
    requestedBy: request.requestedBy,
  };
}
