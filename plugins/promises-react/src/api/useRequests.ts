import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ListRequestsQuery,
  ResourceRequestList,
} from '@promissory/plugin-promises-common';
import type { Loaded } from './Loaded';
import { promisesApiRef } from './promisesApiRef';
import { useLoaded } from './useLoaded';

/** One page of requests, live. While a changed query is read, the page of the one before stays. @public */
export function useRequests(
  query: ListRequestsQuery = {},
): Loaded<ResourceRequestList> {
  const api = useApi(promisesApiRef);
  return useLoaded({
    key: JSON.stringify(query),
    topics: ['requests'],
    keepPrevious: true,
    load: signal => api.listRequests(query, { signal }),
    isRelevant: event => event.type !== 'StepLogged',
  });
}
