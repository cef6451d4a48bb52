import type { RequestIdentity } from './types';

/** A request in words. */
export function describeIdentity(identity: RequestIdentity): string {
  return `${identity.promiseName} ${identity.namespace}/${identity.name}`;
}
