import type { RequestFile } from '@promissory/plugin-promises-common';
import { listRequestFiles as readFiles } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import type { RouteContext } from '../RouteContext';
import { loadRequest } from './loadRequest';

/** What the request's pipelines wrote, and where it is. */
export function listRequestFiles(
  context: RouteContext,
): RequestHandler<{ uid: string }, { files: RequestFile[] }> {
  return async (request, response) => {
    const { uid } = request.params;
    const caller = await context.callers.read(request);
    await loadRequest(context, caller, uid);
    response.json({
      files: await readFiles(context.knex, { requestUid: uid }),
    });
  };
}
