import { NotFoundError } from '@backstage/errors';
import {
  requestReadPermission,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import { getRequest } from '@promissory/plugin-promises-engine';
import type { Caller } from '../../caller/Caller';
import { MissingPermissionError } from '../../errors/MissingPermissionError';
import type {
  CallerRights,
  RequestPermission,
} from '../../permissions/CallerRights';
import type { RouteContext } from '../RouteContext';
import { requestResource } from './requestResource';
import { requestPermissions } from './withCan';

/** A request that the caller may read, with what else they may. */
export interface LoadedRequest {
  readonly request: ResourceRequest;
  readonly rights: CallerRights;
}

/** Loads a request for a caller. What they may not read does not exist for them. */
export async function loadRequest(
  context: RouteContext,
  caller: Caller,
  uid: string,
): Promise<LoadedRequest> {
  const [request, rights] = await Promise.all([
    getRequest(context.knex, { uid }),
    context.authorizer.decide(caller.credentials, requestPermissions),
  ]);
  if (
    !request ||
    !rights.may(requestReadPermission, requestResource(request))
  ) {
    throw new NotFoundError(`There is no request ${uid}`);
  }
  return { request, rights };
}

/** Throws an error that names the permission where the caller may not do something with a request that they may read. */
export function demand(
  { request, rights }: LoadedRequest,
  permission: RequestPermission,
  what: string,
): void {
  if (!rights.may(permission, requestResource(request))) {
    throw new MissingPermissionError(
      permission.name,
      `${what} the request ${request.namespace}/${request.name}`,
    );
  }
}
