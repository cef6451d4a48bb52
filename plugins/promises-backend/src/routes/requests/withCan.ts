import {
  requestDeletePermission,
  requestReadPermission,
  requestReconcilePermission,
  requestRetryPermission,
  requestUpdatePermission,
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

/** Adds what the caller may do with a request, without asking anybody. */
export function withCan<T extends ResourceRequest>(
  request: T,
  rights: CallerRights,
): T {
  const resource = requestResource(request);
  return {
    ...request,
    can: {
      update: rights.may(requestUpdatePermission, resource),
      delete: rights.may(requestDeletePermission, resource),
      retry: rights.may(requestRetryPermission, resource),
      reconcile: rights.may(requestReconcilePermission, resource),
    },
  };
}
