import { basename } from 'node:path/posix';
import { NotFoundError } from '@backstage/errors';
import { getWorkload } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import type { RouteContext } from '../RouteContext';
import { loadRequest } from './loadRequest';

/** Bytes of one file of the request; never something that a browser would run. */
export function getRequestFile(
  context: RouteContext,
): RequestHandler<{ uid: string; sha256: string }> {
  return async (request, response) => {
    const { uid, sha256 } = request.params;
    const caller = await context.callers.read(request);
    await loadRequest(context, caller, uid);
    const file = await getWorkload(context.knex, { requestUid: uid, sha256 });
    if (!file) {
      throw new NotFoundError(`The request ${uid} has no file ${sha256}`);
    }
    response.attachment(basename(file.path));
    response.set({
      'Content-Type': 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
      // The hash is the address: these bytes never change.
      'Cache-Control': 'private, max-age=31536000, immutable',
      // Another person at the same browser has other rights.
      Vary: 'Authorization',
    });
    response.send(file.content);
  };
}
