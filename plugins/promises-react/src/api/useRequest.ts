import { useApi } from '@backstage/frontend-plugin-api';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import type { Loaded } from './Loaded';
import { promisesApiRef } from './promisesApiRef';
import { useLoaded } from './useLoaded';

/** One request with runs, placements, children and history, live; what was read stays while the connection is lost. @public */
export function useRequest(uid: string): Loaded<ResourceRequestDetail> {
  const api = useApi(promisesApiRef);
  return useLoaded({
    key: uid,
    topics: [`request:${uid}`],
    load: signal => api.getRequest(uid, { signal }),
    isRelevant: event => event.type !== 'StepLogged',
  });
}
