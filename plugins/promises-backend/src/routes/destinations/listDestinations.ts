import {
  destinationDeletePermission,
  destinationReadPermission,
  type DestinationList,
} from '@promissory/plugin-promises-common';
import { listDestinations as readDestinations } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { MissingPermissionError } from '../../errors/MissingPermissionError';
import type { RouteContext } from '../RouteContext';

/** Destinations with their state stores. */
export function listDestinations(
  context: RouteContext,
): RequestHandler<unknown, DestinationList> {
  return async (request, response) => {
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(caller.credentials, [
      destinationReadPermission,
      destinationDeletePermission,
    ]);
    if (!rights.mayGenerally(destinationReadPermission)) {
      throw new MissingPermissionError(
        destinationReadPermission.name,
        'see Destinations',
      );
    }
    const platform = context.platform.name;
    response.json({
      items: await readDestinations(context.knex, { platform }),
      canDelete: rights.mayGenerally(destinationDeletePermission),
    });
  };
}
