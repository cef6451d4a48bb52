import { useApi } from '@backstage/frontend-plugin-api';
import type { DestinationList } from '@promissory/plugin-promises-common';
import type { Loaded } from './Loaded';
import { promisesApiRef } from './promisesApiRef';
import { useLoaded } from './useLoaded';

/** All Destinations with their state stores, live. @public */
export function useDestinations(): Loaded<DestinationList> {
  const api = useApi(promisesApiRef);
  return useLoaded({
    key: 'destinations',
    topics: ['destinations'],
    load: signal => api.listDestinations({ signal }),
  });
}
