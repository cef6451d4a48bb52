import { InputError } from '@backstage/errors';
import {
  type RequestBody,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import { checkName, checkNamespace } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { refuseErrors } from '../../admission/refuseErrors';
import {
  formatEntityTag,
  parseIfMatch,
  parseIfNoneMatch,
} from '../../http/entityTags';
import { requestPermissions, withCan } from '../requests/withCan';
import type { RouteContext } from '../RouteContext';
import { placeOrder } from './placeOrder';
import { promisePermissions } from './promiseAccess';

interface Params {
  name: string;
  namespace: string;
  requestName: string;
}

/** Orders, or changes an order. */
export function putRequest(
  context: RouteContext,
): RequestHandler<Params, ResourceRequest, RequestBody> {
  return async (request, response) => {
    const { name: promiseName, namespace, requestName: name } = request.params;
    const ifMatch = parseIfMatch(request.header('if-match'));
    const mustBeNew = parseIfNoneMatch(request.header('if-none-match'));
    if (ifMatch !== undefined && mustBeNew) {
      throw new InputError(
        'headers: If-Match and If-None-Match exclude each other',
      );
    }
    refuseErrors([...checkNamespace(namespace), ...checkName(name)]);
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(caller.credentials, [
      ...promisePermissions,
      ...requestPermissions,
    ]);
    const { outcome, stored } = await placeOrder(context, {
      request,
      caller,
      rights,
      promiseName,
      namespace,
      name,
      body: request.body,
      ifMatch,
      mustBeNew,
    });
    response
      .status(outcome === 'created' ? 201 : 200)
      .set('ETag', formatEntityTag(stored.etag))
      .json(withCan(stored, rights));
  };
}
