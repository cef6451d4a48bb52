import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { PromisesApi } from '@promissory/plugin-promises-common';
import { promisesApiRef } from '../api/promisesApiRef';
import { createEventLine } from './createEventLine';
import { EventHub } from './EventHub';

const hubs = new WeakMap<Pick<PromisesApi, 'streamEvents'>, EventHub>();

/** The hub of this tab: one per API client. */
export function useEventHub(): EventHub {
  const api = useApi(promisesApiRef);
  const identityApi = useApi(identityApiRef);
  const known = hubs.get(api);
  if (known) {
    return known;
  }
  const hub = EventHub.create({
    createLine: async listener => {
      const identity = await identityApi
        .getBackstageIdentity()
        .catch(() => undefined);
      return createEventLine({
        api,
        listener,
        userEntityRef: identity?.userEntityRef,
      });
    },
  });
  hubs.set(api, hub);
  return hub;
}
