import { NotImplementedError } from '@backstage/errors';
import {
  requestReconcilePermission,
  requestRetryPermission,
  requestUpdatePermission,
  type RequestVerb,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import { audited } from '../../audit/audited';
import type { RequestPermission } from '../../permissions/CallerRights';
import type { RouteContext } from '../RouteContext';
import { demand, loadRequest } from './loadRequest';
import { withCan } from './withCan';

const permissionOf: Readonly<Record<RequestVerb, RequestPermission>> = {
  retry: requestRetryPermission,
  reconcile: requestReconcilePermission,
  pause: requestUpdatePermission,
  resume: requestUpdatePermission,
  cancel: requestUpdatePermission,
};

/** Day-2 verbs. */
export function actOnRequest(
  context: RouteContext,
): RequestHandler<{ uid: string; verb: RequestVerb }, ResourceRequest> {
  return async (request, response) => {
    const { uid, verb } = request.params;
    const caller = await context.callers.read(request);
    const loaded = await loadRequest(context, caller, uid);
    demand(loaded, permissionOf[verb], verb);
    const { verbs } = context.platform.capabilities;
    if (!verbs.includes(verb)) {
      throw new NotImplementedError(
        `The platform ${
          context.platform.name
        } does not know ${verb}; it knows ${verbs.join(', ')}`,
      );
    }
    await audited(
      context.auditor,
      { eventId: `request-${verb}`, request, meta: { uid } },
      () => context.platform.act({ uid, verb, actor: caller.actor }),
    );
    const after = await loadRequest(context, caller, uid);
    response.status(202).json(withCan(after.request, after.rights, verbs));
  };
}
