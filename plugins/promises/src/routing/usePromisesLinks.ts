import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from './routeRefs';
import { toPromisePathSegment } from './promisePathSegment';

/** Where the pages are, wherever the app mounted them. */
export interface PromisesLinks {
  readonly marketplace: string;
  readonly requests: string;
  readonly destinations: string;
  readonly doctor: string;
  promise(name: string): string;
  order(name: string): string;
  /** Requests of everybody that were placed with one Promise. */
  requestsOf(promise: string): string;
  request(uid: string): string;
  /** The form that changes a request, at one of its fields where a path such as `spec.size` is given. */
  change(uid: string, field?: string): string;
}

export function usePromisesLinks(): PromisesLinks {
  const root = useRouteRef(rootRouteRef)();
  return useMemo(() => createLinks(root.replace(/\/$/, '')), [root]);
}

function createLinks(base: string): PromisesLinks {
  const promise = (name: string) => `${base}/${toPromisePathSegment(name)}`;
  const request = (uid: string) => `${base}/requests/${uid}`;
  return {
    marketplace: base || '/',
    requests: `${base}/requests`,
    destinations: `${base}/destinations`,
    doctor: `${base}/doctor`,
    promise,
    order: name => `${promise(name)}/order`,
    requestsOf: name =>
      `${base}/requests?scope=all&promise=${encodeURIComponent(name)}`,
    request,
    change: (uid, field) =>
      field
        ? `${request(uid)}/change?field=${encodeURIComponent(field)}`
        : `${request(uid)}/change`,
  };
}
