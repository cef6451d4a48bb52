import { ConflictError } from '@backstage/errors';
import {
  requestCreatePermission,
  requestReadPermission,
  type ValidateBody,
  type Verdict,
} from '@promissory/plugin-promises-common';
import {
  admitSpec,
  findRequest,
  NameTakenError,
} from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { decideOwner } from '../../admission/decideOwner';
import { requestResource } from '../requests/requestResource';
import type { RouteContext } from '../RouteContext';
import { loadPromise, promisePermissions } from './promiseAccess';

/** The verdict of admission, without placing an order; of a change where namespace and name are those of a request. */
export function validateRequest(
  context: RouteContext,
): RequestHandler<{ name: string }, Verdict, ValidateBody> {
  return async (request, response) => {
    const { namespace, name, mustBeNew, ...body } = request.body;
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(caller.credentials, [
      ...promisePermissions,
      requestReadPermission,
    ]);
    const { row, current } = await loadPromise(
      context,
      rights,
      request.params.name,
    );
    const compiled =
      current &&
      context.definitions.compile(current.definitionSha256, current.definition);
    if (!compiled) {
      throw new ConflictError(
        `The Promise ${row.name} offers no API that a request could be judged by`,
      );
    }
    const found =
      namespace !== undefined && name !== undefined
        ? await findRequest(context.knex, {
            platform: context.platform.name,
            promiseName: row.name,
            namespace,
            name,
          })
        : undefined;
    const existing =
      !mustBeNew &&
      found &&
      rights.may(requestReadPermission, requestResource(found))
        ? found
        : undefined;
    const owner =
      namespace === undefined
        ? undefined
        : decideOwner({
            rules: context.config.namespaces,
            namespace,
            callerRefs: caller.refs,
            wanted: body.owner,
            current: existing?.owner,
          });
    const { errors, object } = admitSpec({
      compiled,
      namespace,
      name,
      body,
      oldSpec: existing?.spec,
    });
    // Who may order nothing does not learn which names are taken.
    const isTaken =
      mustBeNew && found && !rights.denies(requestCreatePermission);
    const taken = isTaken
      ? new NameTakenError(
          `The name ${found.name} is taken in the namespace ${found.namespace}: choose another one`,
        ).errors
      : [];
    const all = [...taken, ...(owner?.errors ?? []), ...errors];
    response.json({ valid: all.length === 0, errors: all, object });
  };
}
