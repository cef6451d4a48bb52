import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ListPromisesQuery,
  PromiseList,
} from '@promissory/plugin-promises-common';
import type { Loaded } from './Loaded';
import { promisesApiRef } from './promisesApiRef';
import { useLoaded } from './useLoaded';

/** Cards of the marketplace, live. While a changed query is read, the cards of the one before stay. @public */
export function usePromises(
  query: ListPromisesQuery = {},
): Loaded<PromiseList> {
  const api = useApi(promisesApiRef);
  return useLoaded({
    key: JSON.stringify(query),
    topics: ['promises'],
    keepPrevious: true,
    load: signal => api.listPromises(query, { signal }),
  });
}
