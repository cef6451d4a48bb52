import {
  requestDeletePermission,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import { audited } from '../../audit/audited';
import { parseIfMatch } from '../../http/entityTags';
import type { RouteContext } from '../RouteContext';
import { demand, loadRequest } from './loadRequest';
import { withCan } from './withCan';

/** Starts the delete workflow; asking again is the same as asking once. */
export function deleteRequest(
  context: RouteContext,
): RequestHandler<{ uid: string }, ResourceRequest> {
  return async (request, response) => {
    const { uid } = request.params;
    const ifMatch = parseIfMatch(request.header('if-match'));
    const caller = await context.callers.read(request);
    const loaded = await loadRequest(context, caller, uid);
    demand(loaded, requestDeletePermission, 'delete');
    await audited(
      context.auditor,
      { eventId: 'request-delete', request, meta: { uid } },
      () =>
        context.platform.delete({
          uid,
          actor: caller.actor,
          ifMatch: ifMatch === '*' ? undefined : ifMatch,
        }),
    );
    const after = await loadRequest(context, caller, uid);
    response.status(202).json(withCan(after.request, after.rights));
  };
}
