import type { ResourceRequest } from '@promissory/plugin-promises-common';
import type { PromisesSession } from '../session/PromisesSession';

/**
 * Asks for the deletion of exactly what was seen; asking again is the same as asking once. A request that somebody changed
 * since is refused with 412: they may want it.
 */
export async function deleteRequest(
  session: PromisesSession,
  { uid, etag }: { readonly uid: string; readonly etag: string },
): Promise<ResourceRequest> {
  const before = await session.call((api, call) => api.getRequest(uid, call));
  if (before.state.name === 'Deleted') return before;
  return session.call((api, call) =>
    api.deleteRequest(uid, { ...call, ifMatch: etag }),
  );
}
