import { NotFoundError } from '@backstage/errors';
import {
  requestReadPermission,
  type ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { getRequestDetail } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { formatEntityTag } from '../../http/entityTags';
import type { RouteContext } from '../RouteContext';
import { requestResource } from './requestResource';
import { requestPermissions, withCan } from './withCan';

/** One request with its runs, placements, relatives and history; relatives that the caller may not read are left out. */
export function getRequest(
  context: RouteContext,
): RequestHandler<{ uid: string }, ResourceRequestDetail> {
  return async (request, response) => {
    const { uid } = request.params;
    const caller = await context.callers.read(request);
    const [detail, rights] = await Promise.all([
      getRequestDetail(context.knex, { uid }),
      context.authorizer.decide(caller.credentials, requestPermissions),
    ]);
    if (
      !detail ||
      !rights.may(requestReadPermission, requestResource(detail))
    ) {
      throw new NotFoundError(`There is no request ${uid}`);
    }
    const [relatives, catalog] = await Promise.all([
      context.readRelatives({
        uid,
        mayRead: relative => rights.may(requestReadPermission, relative),
      }),
      context.catalogView.readRequest(uid),
    ]);
    response.set('ETag', formatEntityTag(detail.etag));
    response.json({
      ...withCan(detail, rights, context.platform.capabilities.verbs),
      ...relatives,
      ...(catalog && { catalog }),
    });
  };
}
