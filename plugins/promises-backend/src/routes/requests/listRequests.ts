import {
  requestReadPermission,
  type ListRequestsQuery,
  type ResourceRequestList,
} from '@promissory/plugin-promises-common';
import { listRequests as readRequests } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { whereReadable } from '../../permissions/whereReadable';
import type { RouteContext } from '../RouteContext';
import { requestPermissions, withCan } from './withCan';

/** One page of requests; what the caller may not read is neither listed nor counted. */
export function listRequests(
  context: RouteContext,
): RequestHandler<unknown, ResourceRequestList, unknown, ListRequestsQuery> {
  return async (request, response) => {
    const { query } = request;
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(
      caller.credentials,
      requestPermissions,
    );
    const list = await readRequests(context.knex, {
      filter: {
        promises: query.promise,
        namespaces: query.namespace,
        states: query.state,
        owners: query.owner,
        requestedBy:
          query.scope === 'mine' ? caller.actor.ref : query.requestedBy,
        ownedBy:
          query.scope === 'team'
            ? (caller.refs ?? []).filter(ref => ref.startsWith('group:'))
            : undefined,
        parent: query.parent,
        search: query.search,
        deleted: query.deleted,
      },
      authorize: conditions =>
        whereReadable(
          conditions,
          rights.readable(requestReadPermission),
          column => column,
        ),
      limit: query.limit,
      cursor: query.cursor,
    });
    response.json({
      ...list,
      ...(rights.denies(requestReadPermission) && {
        deniedPermission: requestReadPermission.name,
      }),
      items: list.items.map(item => withCan(item, rights)),
    });
  };
}
