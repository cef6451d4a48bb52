import type { PromisesEventList } from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import { loadRequest } from '../requests/loadRequest';
import type { RouteContext } from '../RouteContext';
import { answerEvents } from './answerEvents';

/** Timeline of one request. */
export function listRequestEvents(
  context: RouteContext,
): RequestHandler<
  { uid: string },
  PromisesEventList,
  unknown,
  { after?: string; limit?: number }
> {
  return async (request, response) => {
    const { uid } = request.params;
    const caller = await context.callers.read(request);
    await loadRequest(context, caller, uid);
    await answerEvents(context, {
      caller,
      topics: [{ kind: 'request', uid }],
      query: request.query,
      request,
      response,
    });
  };
}
