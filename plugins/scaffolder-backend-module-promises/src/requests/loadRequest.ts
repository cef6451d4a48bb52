import { InputError, NotFoundError } from '@backstage/errors';
import type { ResourceRequest } from '@promissory/plugin-promises-common';
import type { PromisesSession } from '../session/PromisesSession';
import { findRequests } from './findRequests';

/** How a template names a request that is there: by uid, or by Promise, namespace and name. */
export interface RequestReference {
  readonly uid?: string;
  readonly promise?: string;
  /** `default` where absent. */
  readonly namespace?: string;
  readonly name?: string;
}

/** The request that is meant. Throws an InputError for a half reference, a NotFoundError where there is none. */
export async function loadRequest(
  session: PromisesSession,
  reference: RequestReference,
): Promise<ResourceRequest> {
  const { uid, promise, namespace = 'default', name } = reference;
  if (uid !== undefined) {
    return session.call((api, call) => api.getRequest(uid, call));
  }
  if (promise === undefined || name === undefined) {
    throw new InputError(
      'Say which request is meant: its uid, or promise and name (and namespace, if it is not default)',
    );
  }
  const [found] = await findRequests(
    session,
    { promise, namespace, name },
    { deleted: false },
  );
  if (!found) {
    throw new NotFoundError(
      `There is no request ${namespace}/${name} of Promise ${promise}, or you may not see it`,
    );
  }
  return found;
}
