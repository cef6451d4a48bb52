import type { PromisesEventList } from '@promissory/plugin-promises-common';
import { listEvents } from '@promissory/plugin-promises-engine';
import type { Request, Response } from 'express';
import type { Caller } from '../../caller/Caller';
import { eventPermissions, whereEventReadable } from '../../events/eventRights';
import { whereTopics, type EventTopic } from '../../events/EventTopics';
import { toApiEvent } from '../../events/toApiEvent';
import type { RouteContext } from '../RouteContext';
import { parsePosition } from './parsePosition';

/** Answers with events of topics: a stream where the caller wants one, else a page. */
export async function answerEvents(
  context: RouteContext,
  options: {
    readonly caller: Caller;
    readonly topics: readonly EventTopic[];
    readonly query: { readonly after?: string; readonly limit?: number };
    readonly request: Pick<Request, 'header' | 'accepts'>;
    readonly response: Response<PromisesEventList>;
  },
): Promise<void> {
  const { caller, topics, query, request, response } = options;
  const rights = await context.authorizer.decide(
    caller.credentials,
    eventPermissions,
  );
  const after = parsePosition({
    lastEventId: request.header('last-event-id'),
    after: query.after,
  });
  if (request.accepts(['json', 'text/event-stream']) === 'text/event-stream') {
    await context.streams.open({
      response,
      rights,
      topics,
      after,
      expiresAt: caller.credentials.expiresAt,
      now: context.now(),
    });
    return;
  }
  const page = await listEvents(context.knex, {
    after,
    limit: query.limit,
    authorize: conditions => {
      whereTopics(conditions, topics);
      whereEventReadable(conditions, rights);
    },
  });
  response.json({
    items: page.items.map(toApiEvent),
    next: page.next,
    reset: page.reset,
  });
}
