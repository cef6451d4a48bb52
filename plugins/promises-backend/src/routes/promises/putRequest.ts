import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  type RequestBody,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import {
  findRequest,
  getRequest,
  type PromiseRecord,
} from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { admitSpec } from '../../admission/admitSpec';
import { checkName, checkNamespace } from '../../admission/checkName';
import { authorizeRequest } from '../../admission/authorizeRequest';
import { refuseErrors } from '../../admission/refuseErrors';
import {
  whyNotChangeable,
  whyNotOrderable,
} from '../../admission/decideOrderable';
import { audited } from '../../audit/audited';
import {
  formatEntityTag,
  parseIfMatch,
  parseIfNoneMatch,
} from '../../http/entityTags';
import { requestPermissions, withCan } from '../requests/withCan';
import type { RouteContext } from '../RouteContext';
import { loadPromise, promisePermissions } from './promiseAccess';

interface Params {
  name: string;
  namespace: string;
  requestName: string;
}

/** Orders, or changes an order: authorise, check the Promise, prune, default, validate, hand over to the platform. */
export function putRequest(
  context: RouteContext,
): RequestHandler<Params, ResourceRequest, RequestBody> {
  return async (request, response) => {
    const { namespace, requestName } = request.params;
    const ifMatch = parseIfMatch(request.header('if-match'));
    const mustBeNew = parseIfNoneMatch(request.header('if-none-match'));
    if (ifMatch !== undefined && mustBeNew) {
      throw new InputError(
        'headers: If-Match and If-None-Match exclude each other',
      );
    }
    refuseErrors([...checkNamespace(namespace), ...checkName(requestName)]);
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(caller.credentials, [
      ...promisePermissions,
      ...requestPermissions,
    ]);
    const promise = await loadPromise(context, rights, request.params.name);
    const existing = await findRequest(context.knex, {
      platform: context.platform.name,
      promiseName: promise.row.name,
      namespace,
      name: requestName,
    });
    const ownerRef = authorizeRequest({
      rules: context.config.namespaces,
      caller,
      rights,
      promiseName: promise.row.name,
      existing,
      namespace,
      wanted: request.body.owner,
    });
    const compiled = checkPromise(context, promise, existing !== undefined);
    const verdict = admitSpec({
      compiled: compiled.api,
      namespace,
      name: requestName,
      body: request.body,
      oldSpec: existing?.spec,
    });
    refuseErrors(verdict.errors);
    const { metadata, comment } = request.body;
    const result = await audited(
      context.auditor,
      {
        eventId: existing ? 'request-change' : 'request-order',
        request,
        meta: { promise: promise.row.name, namespace, name: requestName },
      },
      () =>
        context.platform.apply({
          promiseName: promise.row.name,
          namespace,
          name: requestName,
          // What a change leaves out stays as it was.
          labels: metadata?.labels ?? existing?.labels ?? {},
          annotations: metadata?.annotations ?? existing?.annotations ?? {},
          spec: verdict.spec,
          promiseRevisionId: compiled.revisionId,
          ownerRef,
          comment,
          actor: caller.actor,
          ifMatch:
            ifMatch === '*' ? parseIfMatch(existing?.etag) ?? '*' : ifMatch,
          mustBeNew,
        }),
    );
    const stored = await getRequest(context.knex, { uid: result.uid });
    if (!stored) {
      throw new NotFoundError(`The request ${result.uid} is gone already`);
    }
    response
      .status(result.outcome === 'created' ? 201 : 200)
      .set('ETag', formatEntityTag(stored.etag))
      .json(withCan(stored, rights));
  };
}

/** The schema and revision that a request is judged by, of a Promise that takes it. */
function checkPromise(
  { definitions }: RouteContext,
  { row, detail, current }: PromiseRecord,
  isChange: boolean,
) {
  const question = {
    name: row.name,
    availability: detail.availability,
    hasApi: detail.api !== undefined,
    runner: current
      ? definitions.runner(current.definitionSha256, current.definition)
      : { available: true },
  };
  const reason = isChange
    ? whyNotChangeable(question)
    : whyNotOrderable(question);
  const api =
    current && !reason
      ? definitions.compile(current.definitionSha256, current.definition)
      : undefined;
  if (!api || !current) {
    throw new ConflictError(
      reason ??
        `The Promise ${row.name} offers no API, so nothing can be ordered of it`,
    );
  }
  return { api, revisionId: current.revisionId };
}
