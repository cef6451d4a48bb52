import { useApi } from '@backstage/frontend-plugin-api';
import type { PromiseDetail } from '@promissory/plugin-promises-common';
import type { Loaded } from './Loaded';
import { promisesApiRef } from './promisesApiRef';
import { useLoaded } from './useLoaded';

/** One Promise by its name, live. @public */
export function usePromise(name: string): Loaded<PromiseDetail> {
  const api = useApi(promisesApiRef);
  return useLoaded({
    key: name,
    topics: ['promises'],
    load: signal => api.getPromise(name, { signal }),
    isRelevant: event => event.promise === undefined || event.promise === name,
  });
}
