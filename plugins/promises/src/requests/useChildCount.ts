import type { ListRequestsQuery } from '@promissory/plugin-promises-common';
import { useRequests } from '@promissory/plugin-promises-react';

/** How many requests a list leaves out because they belong to others; undefined until it is known. */
export function useChildCount(
  query: ListRequestsQuery,
  shown: number | undefined,
): number | undefined {
  const all = useRequests({
    ...query,
    parent: undefined,
    cursor: undefined,
    limit: 1,
  });
  return all.data === undefined || shown === undefined
    ? undefined
    : Math.max(0, all.data.total - shown);
}
