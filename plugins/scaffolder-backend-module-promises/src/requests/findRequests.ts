import type { ResourceRequest } from '@promissory/plugin-promises-common';
import type { PromisesSession } from '../session/PromisesSession';

/** Which request: its address on the platform. */
export interface RequestAddress {
  readonly promise: string;
  readonly namespace: string;
  readonly name: string;
}

/** Requests that have, or had, this address and that the person may read, newest first. */
export async function findRequests(
  session: PromisesSession,
  { promise, namespace, name }: RequestAddress,
  options: { readonly deleted: boolean },
): Promise<ResourceRequest[]> {
  const query = {
    promise: [promise],
    namespace: [namespace],
    // Finds parts of names: the exact ones are picked below.
    search: name,
    deleted: options.deleted,
    limit: 200,
  };
  const list = (cursor?: string) =>
    session.call((api, call) => api.listRequests({ ...query, cursor }, call));
  const found: ResourceRequest[] = [];
  let page = await list();
  for (;;) {
    found.push(...page.items.filter(request => request.name === name));
    if (!page.nextCursor) return found;
    page = await list(page.nextCursor);
  }
}
