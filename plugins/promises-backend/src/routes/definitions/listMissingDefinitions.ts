import { listMissingDefinitions as findMissing } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import type { RouteContext } from '../RouteContext';

/** Which of these hashes are not kept. */
export function listMissingDefinitions(
  context: RouteContext,
): RequestHandler<unknown, { missing: string[] }, { hashes: string[] }> {
  return async (request, response) => {
    const { hashes } = request.body;
    response.json({ missing: await findMissing(context.knex, { hashes }) });
  };
}
