import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  destinationDeletePermission,
  destinationReadPermission,
} from '@promissory/plugin-promises-common';
import {
  listDestinations,
  removeDestination,
} from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { audited } from '../../audit/audited';
import { MissingPermissionError } from '../../errors/MissingPermissionError';
import type { RouteContext } from '../RouteContext';

/** Removes a Destination that has left the catalog. */
export function deleteDestination(
  context: RouteContext,
): RequestHandler<{ name: string }> {
  return async (request, response) => {
    const { name } = request.params;
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(caller.credentials, [
      destinationReadPermission,
      destinationDeletePermission,
    ]);
    if (!rights.mayGenerally(destinationDeletePermission)) {
      if (!rights.mayGenerally(destinationReadPermission)) {
        throw new NotFoundError(`There is no Destination ${name}`);
      }
      throw new MissingPermissionError(
        destinationDeletePermission.name,
        `remove the Destination ${name}`,
      );
    }
    const platform = context.platform.name;
    const all = await listDestinations(context.knex, { platform });
    const destination = all.find(each => each.name === name);
    if (!destination) {
      throw new NotFoundError(`There is no Destination ${name}`);
    }
    if (!['Disconnected', 'Removing'].includes(destination.state)) {
      throw new ConflictError(
        `The Destination ${name} is still in the catalog as ${destination.entityRef}: remove it there first`,
      );
    }
    await audited(
      context.auditor,
      { eventId: 'destination-delete', request, meta: { name } },
      () =>
        removeDestination(context.knex, {
          platform,
          name,
          actor: caller.actor.ref,
          at: context.now(),
        }),
    );
    response.status(202).end();
  };
}
