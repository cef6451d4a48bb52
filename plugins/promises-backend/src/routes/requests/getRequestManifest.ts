import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import type { RouteContext } from '../RouteContext';
import { loadRequest } from './loadRequest';

/** The request as the Kubernetes object that Kratix would show. */
export function getRequestManifest(
  context: RouteContext,
): RequestHandler<{ uid: string }, JsonObject> {
  return async (request, response) => {
    const { uid } = request.params;
    const caller = await context.callers.read(request);
    await loadRequest(context, caller, uid);
    const manifest = await context.readManifest(uid);
    if (!manifest) {
      throw new NotFoundError(`The request ${uid} has no manifest any more`);
    }
    response.json(manifest);
  };
}
