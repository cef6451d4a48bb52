import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ChildRequest,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { useEvents } from '../events/useEvents';
import type { Loaded } from './Loaded';
import { promisesApiRef } from './promisesApiRef';
import { useLoaded } from './useLoaded';

/**
 * One request with runs, placements, children and history, live; what was read stays while the connection is lost. Its
 * own topic tells of its children; theirs are followed by their own topics. @public
 */
export function useRequest(uid: string): Loaded<ResourceRequestDetail> {
  const api = useApi(promisesApiRef);
  const request = useLoaded({
    key: uid,
    topics: [`request:${uid}`],
    load: signal => api.getRequest(uid, { signal }),
    isRelevant: event => event.type !== 'StepLogged',
  });
  const { data, reload } = request;
  useEvents({
    topics: parentsBelow(data?.children ?? []).map(each => `request:${each}`),
    onEvent: event => {
      if (event.type === 'RequestChildChanged') {
        reload();
      }
    },
    onGap: reload,
  });
  return request;
}

/** Requests below the first level that have children: sorted, so that the same ones are the same topics. */
function parentsBelow(children: readonly ChildRequest[]): string[] {
  return children
    .flatMap(child =>
      child.children.length > 0 && child.uid
        ? [child.uid, ...parentsBelow(child.children)]
        : [],
    )
    .sort();
}
