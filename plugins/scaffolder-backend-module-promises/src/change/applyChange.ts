import { ConflictError, ResponseError } from '@backstage/errors';
import {
  ANNOTATION_CHANGE_KEY,
  type RequestBody,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import type { PromisesSession } from '../session/PromisesSession';

/** The request as the step saw it first; kept, so that a repeated step changes that and nothing later. */
export interface SeenRequest {
  readonly uid: string;
  readonly etag: string;
  readonly promise: string;
  readonly namespace: string;
  readonly name: string;
}

/** The request after the change, and whether an earlier run of the step made it. */
export interface AppliedChange {
  readonly request: ResourceRequest;
  readonly repeated: boolean;
}

/**
 * Makes a change of exactly what was seen. If that is another one by now, either an earlier run of this step has made the
 * change, then whatever came after stands; or somebody else was faster, then nothing is done.
 */
export async function applyChange(
  session: PromisesSession,
  options: {
    readonly seen: SeenRequest;
    readonly body: RequestBody;
    readonly key: string;
  },
): Promise<AppliedChange> {
  const { seen, body, key } = options;
  const { uid, etag, promise, namespace, name } = seen;
  try {
    const request = await session.call((api, call) =>
      api.putRequest({ promise, namespace, name, body, ifMatch: etag }, call),
    );
    return { request, repeated: false };
  } catch (error) {
    if (!(error instanceof ResponseError) || error.statusCode !== 412) {
      throw error;
    }
    const request = await session.call((api, call) =>
      api.getRequest(uid, call),
    );
    if (request.annotations[ANNOTATION_CHANGE_KEY] === key) {
      return { request, repeated: true };
    }
    throw new ConflictError(
      `The request ${namespace}/${name} was changed by somebody else since this step read it, so it is left alone; run the template anew to change it as it is now`,
    );
  }
}
