import type { RequestIdentity } from '../children/types';

/** Names a request of this platform. */
export function identityKey(identity: RequestIdentity): string {
  const { promiseName, namespace, name } = identity;
  return JSON.stringify([promiseName, namespace, name]);
}
