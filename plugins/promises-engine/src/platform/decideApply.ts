import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { isDeepStrictEqual } from 'node:util';
import { asStored } from '../json/asStored';
import { NameTakenError } from './NameTakenError';
import { PreconditionFailedError } from './PreconditionFailedError';
import type { ApplyRequestOptions } from './types';

/** A request that holds the name already. */
export interface PresentRequest {
  readonly uid: string;
  readonly spec: JsonObject;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly ownerRef: string;
  readonly etag: string;
  readonly deleting: boolean;
}

/** What applying comes to. */
export type ApplyDecision =
  | 'create'
  | 'unchanged'
  | 'changeSpec'
  | 'changeMetadata';

/**
 * What an order or a change does to what is there. The same body again does nothing, whatever its conditions; another
 * body needs the etag of what it changes. Throws a NameTakenError, a ConflictError or a PreconditionFailedError.
 */
export function decideApply(
  options: ApplyRequestOptions,
  present: PresentRequest | undefined,
): ApplyDecision {
  const { namespace, name, ifMatch, mustBeNew } = options;
  const what = `Request ${namespace}/${name} of Promise ${options.promiseName}`;
  if (!present) {
    if (ifMatch === undefined) return 'create';
    throw new PreconditionFailedError(
      `${what} does not exist, so it cannot match ${ifMatch}; send it without If-Match to order it`,
    );
  }
  if (mustBeNew) {
    throw new NameTakenError(
      `${what} exists already; choose another name, or change it with its etag in If-Match`,
    );
  }
  if (present.deleting) {
    const message = `${what} is being deleted; its name is free again when that is done`;
    throw ifMatch === undefined
      ? new NameTakenError(message)
      : new ConflictError(message);
  }
  const sameSpec = isDeepStrictEqual(
    asStored(options.spec),
    asStored(present.spec),
  );
  const sameMetadata =
    options.ownerRef === present.ownerRef &&
    isDeepStrictEqual({ ...options.labels }, { ...present.labels }) &&
    isDeepStrictEqual({ ...options.annotations }, { ...present.annotations });
  if (sameSpec && sameMetadata) return 'unchanged';
  if (ifMatch !== present.etag) {
    throw new PreconditionFailedError(
      ifMatch === undefined
        ? `${what} exists already; send its etag in If-Match to change it`
        : `${what} was changed in the meantime; read it again and repeat the change with its etag ${present.etag}`,
    );
  }
  return sameSpec ? 'changeMetadata' : 'changeSpec';
}
