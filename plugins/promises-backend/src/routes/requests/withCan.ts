import {
  requestDeletePermission,
  requestReadPermission,
  requestReconcilePermission,
  requestRetryPermission,
  requestUpdatePermission,
  type RequestVerb,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import type { CallerRights } from '../../permissions/CallerRights';
import { requestResource } from './requestResource';

/** The permissions that an answer with requests needs. */
export const requestPermissions = [
  requestReadPermission,
  requestUpdatePermission,
  requestDeletePermission,
  requestRetryPermission,
  requestReconcilePermission,
];

/**
 * Adds what the caller may do with a request, without asking anybody. Pausing and resuming are told of only where it is
 * known which verbs the platform has.
 */
export function withCan<T extends ResourceRequest>(
  request: T,
  rights: CallerRights,
  verbs: readonly RequestVerb[] = [],
): T {
  const resource = requestResource(request);
  const mayUpdate = rights.may(requestUpdatePermission, resource);
  return {
    ...request,
    can: {
      // What a child asks for is for its parent to change.
      update: mayUpdate && request.parentUid === undefined,
      delete: rights.may(requestDeletePermission, resource),
      retry: rights.may(requestRetryPermission, resource),
      reconcile: rights.may(requestReconcilePermission, resource),
      ...(verbs.includes('pause') && { pause: mayUpdate }),
      ...(verbs.includes('resume') && { resume: mayUpdate }),
    },
  };
}
