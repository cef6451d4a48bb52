import type { JsonObject } from '@promissory/plugin-promises-common';
import { putDefinition as keepDefinition } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import type { RouteContext } from '../RouteContext';

/** Keeps a definition by its hash; the catalog sends it before the entity that names it. */
export function putDefinition(
  context: RouteContext,
): RequestHandler<{ sha256: string }, unknown, JsonObject> {
  return async (request, response) => {
    await keepDefinition(context.knex, {
      sha256: request.params.sha256,
      definition: request.body,
      now: context.now(),
    });
    response.status(204).end();
  };
}
