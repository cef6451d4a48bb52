import type { PromisesEventList } from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import { parseTopics } from '../../events/EventTopics';
import type { RouteContext } from '../RouteContext';
import { answerEvents } from './answerEvents';

/** The log of events that the caller may read. */
export function listEvents(
  context: RouteContext,
): RequestHandler<
  unknown,
  PromisesEventList,
  unknown,
  { topics?: string; after?: string; limit?: number }
> {
  return async (request, response) => {
    const topics = parseTopics(request.query.topics);
    const caller = await context.callers.read(request);
    await answerEvents(context, {
      caller,
      topics,
      query: request.query,
      request,
      response,
    });
  };
}
