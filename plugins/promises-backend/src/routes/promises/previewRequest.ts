import { ServiceUnavailableError } from '@backstage/errors';
import {
  requestReadPermission,
  type Preview,
  type PreviewBody,
} from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import { requestPermissions } from '../requests/withCan';
import type { RouteContext } from '../RouteContext';
import { admitOrder } from './admitOrder';
import { promisePermissions } from './promiseAccess';

/** Somebody is looking at the page and waits. */
const LONGEST_MS = 20_000;

/** What an order or a change would bring; refused as the order would be. */
export function previewRequest(
  context: RouteContext,
): RequestHandler<{ name: string }, Preview, PreviewBody> {
  return async (request, response) => {
    const { namespace, name, ...body } = request.body;
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(caller.credentials, [
      ...promisePermissions,
      ...requestPermissions,
    ]);
    const { existing, order } = await admitOrder(context, {
      caller,
      rights,
      promiseName: request.params.name,
      namespace,
      name,
      body,
    });
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const timeout = AbortSignal.timeout(LONGEST_MS);
    try {
      response.json(
        await context.preview({
          request: order,
          uid: existing?.uid,
          mayRead: part =>
            rights.may(requestReadPermission, {
              ...part,
              ownerRef: order.ownerRef,
              requestedBy: existing?.requestedBy ?? caller.actor.ref,
            }),
          signal: AbortSignal.any([timeout, gone.signal]),
        }),
      );
    } catch (error) {
      if (!timeout.aborted) throw error;
      throw new ServiceUnavailableError(
        `The preview took longer than ${
          LONGEST_MS / 1_000
        } seconds. Try it again, or order without it: the order itself has more time`,
      );
    }
  };
}
