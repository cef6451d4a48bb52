import type {
  ListPromisesQuery,
  PromiseList,
  RunnerInfo,
} from '@promissory/plugin-promises-common';
import {
  getDefinition,
  listPromises as readPromises,
  type PromiseEntry,
} from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { callerChoices } from '../../admission/callerChoices';
import { whereReadable } from '../../permissions/whereReadable';
import type { RouteContext } from '../RouteContext';
import { orderability, promisePermissions } from './promiseAccess';

/** Cards of the Promises that the caller may read. */
export function listPromises(
  context: RouteContext,
): RequestHandler<unknown, PromiseList, unknown, ListPromisesQuery> {
  return async (request, response) => {
    const { search, category, tag, owner, limit, cursor } = request.query;
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(
      caller.credentials,
      promisePermissions,
    );
    const list = await readPromises(context.knex, {
      filter: { search, category, tag, owner },
      authorize: conditions =>
        whereReadable(conditions, rights.readablePromises(), column => column),
      limit,
      cursor,
    });
    const choices = callerChoices(context.config.namespaces, caller);
    const items: PromiseList['items'] = [];
    for (const entry of list.items) {
      const card = { ...entry.card, runner: await runnerOf(context, entry) };
      items.push({
        ...card,
        ...orderability({ card, caller, rights, choices }),
      });
    }
    response.json({ ...list, items });
  };
}

async function runnerOf(
  context: RouteContext,
  { definitionSha256: sha256 }: PromiseEntry,
): Promise<RunnerInfo> {
  const known = sha256 && context.definitions.knownRunner(sha256);
  if (known) return known;
  const definition = sha256
    ? await getDefinition(context.knex, { sha256 })
    : undefined;
  return sha256 && definition
    ? context.definitions.runner(sha256, definition)
    : { available: true };
}
