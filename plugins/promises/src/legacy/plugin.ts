import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import {
  PromisesClient,
  SEARCH_TYPE_PROMISE,
  SEARCH_TYPE_REQUEST,
} from '@promissory/plugin-promises-common';
import { promisesApiRef } from '@promissory/plugin-promises-react';
import {
  changeRouteRef,
  destinationsRouteRef,
  doctorRouteRef,
  orderRouteRef,
  promiseRouteRef,
  requestRouteRef,
  requestsRouteRef,
  rootRouteRef,
} from '../routing/routeRefs';
import { PromiseRequestField } from '../scaffolder/PromiseRequestField';
import type {
  PromiseRequestOptions,
  PromiseRequestValue,
} from '../scaffolder/PromiseRequestValue';
import { validatePromiseRequest } from '../scaffolder/validatePromiseRequest';

/** Marketplace, request forms, requests and live status pages. @public */
export const promisesPlugin = createPlugin({
  id: 'promises',
  apis: [
    createApiFactory({
      api: promisesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new PromisesClient({ discoveryApi, fetchApi }),
    }),
  ],
  routes: {
    root: rootRouteRef,
    promise: promiseRouteRef,
    order: orderRouteRef,
    requests: requestsRouteRef,
    request: requestRouteRef,
    change: changeRouteRef,
    destinations: destinationsRouteRef,
    doctor: doctorRouteRef,
  },
});

/** All pages; mount it at `/promises`. @public */
export const PromisesPage = promisesPlugin.provide(
  createRoutableExtension({
    name: 'PromisesPage',
    component: () =>
      import('../shell/LegacyPromisesPage').then(
        module => module.LegacyPromisesPage,
      ),
    mountPoint: rootRouteRef,
  }),
);

/** A tab for entities that {@link isPromiseEntity} accepts. @public */
export const PromiseRequestsContent = promisesPlugin.provide(
  createComponentExtension({
    name: 'PromiseRequestsContent',
    component: {
      lazy: () =>
        import('../entity/PromiseRequestsTab').then(
          module => module.PromiseRequestsTab,
        ),
    },
  }),
);

/** A tab for entities that {@link isRequestEntity} accepts. @public */
export const RequestStatusContent = promisesPlugin.provide(
  createComponentExtension({
    name: 'RequestStatusContent',
    component: {
      lazy: () =>
        import('../entity/RequestStatusTab').then(
          module => module.RequestStatusTab,
        ),
    },
  }),
);

/** A card for entities that {@link isOrderedEntity} accepts. @public */
export const OrderCard = promisesPlugin.provide(
  createComponentExtension({
    name: 'OrderCard',
    component: {
      lazy: () =>
        import('../entity/OrderCard').then(module => module.OrderCard),
    },
  }),
);

/** The field `PromiseRequest` of templates; put it into `ScaffolderFieldExtensions`. @public */
export const PromiseRequestFieldExtension = promisesPlugin.provide(
  createScaffolderFieldExtension<PromiseRequestValue, PromiseRequestOptions>({
    name: 'PromiseRequest',
    component: PromiseRequestField,
    validation: validatePromiseRequest,
  }),
);

/** In search results, inside the app's `SearchResult`: a Promise or a request. @public */
export const PromiseSearchResultListItem = promisesPlugin.provide(
  createSearchResultListItemExtension({
    name: 'PromiseSearchResultListItem',
    predicate: ({ type }) =>
      type === SEARCH_TYPE_PROMISE || type === SEARCH_TYPE_REQUEST,
    component: () =>
      import('../search/SearchResultItem').then(m => m.SearchResultItem),
  }),
);
