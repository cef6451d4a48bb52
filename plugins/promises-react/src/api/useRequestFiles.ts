import { useApi } from '@backstage/frontend-plugin-api';
import type { RequestFile } from '@promissory/plugin-promises-common';
import type { Loaded } from './Loaded';
import { promisesApiRef } from './promisesApiRef';
import { useLoaded } from './useLoaded';

/** What a request's pipelines wrote, and where it is; live. @public */
export function useRequestFiles(uid: string): Loaded<RequestFile[]> {
  const api = useApi(promisesApiRef);
  return useLoaded({
    key: uid,
    topics: [`request:${uid}`],
    load: signal => api.listRequestFiles(uid, { signal }),
    isRelevant: event => event.type !== 'StepLogged',
  });
}
