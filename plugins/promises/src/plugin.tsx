import {
  ApiBlueprint,
  PageBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  convertLegacyRouteRef,
  convertLegacyRouteRefs,
} from '@backstage/core-compat-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import {
  PromisesClient,
  SEARCH_TYPE_PROMISE,
  SEARCH_TYPE_REQUEST,
} from '@promissory/plugin-promises-common';
import { promisesApiRef } from '@promissory/plugin-promises-react';
import { RiStore2Line } from '@remixicon/react';
import {
  isOrderedEntity,
  isPromiseEntity,
  isRequestEntity,
} from './entity/requestUid';
import { useMarketplaceLink } from './entity/useMarketplaceLink';
import { useOrderLink } from './entity/useOrderLink';
import {
  changeRouteRef,
  destinationsRouteRef,
  doctorRouteRef,
  orderRouteRef,
  promiseRouteRef,
  requestRouteRef,
  requestsRouteRef,
  rootRouteRef,
} from './routing/routeRefs';

/** The client of the HTTP API. */
const promisesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: promisesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new PromisesClient({ discoveryApi, fetchApi }),
    }),
});

/** Marketplace, forms, requests, status pages and destinations; other plugins may add tabs through the input `pages`. */
const promisesPage = PageBlueprint.makeWithOverrides({
  factory(original, { inputs }) {
    return original({
      path: '/promises',
      title: 'Promises',
      icon: <RiStore2Line />,
      routeRef: convertLegacyRouteRef(rootRouteRef),
      // The page draws the framework's own header, with tabs.
      noHeader: true,
      loader: async () => {
        const { PromisesPage } = await import('./shell/PromisesPage');
        const addedPages = inputs.pages.map(page => ({
          path: page.get(coreExtensionData.routePath),
          title:
            page.get(coreExtensionData.title) ??
            page.get(coreExtensionData.routePath),
          element: page.get(coreExtensionData.reactElement),
        }));
        return <PromisesPage addedPages={addedPages} />;
      },
    });
  },
});

/** On the About card of a Promise: the way to its page in the marketplace. */
const marketplaceLink = EntityIconLinkBlueprint.make({
  name: 'marketplace',
  params: { filter: isPromiseEntity, useProps: useMarketplaceLink },
});

/** On a Promise in the catalog. */
const promiseRequestsContent = EntityContentBlueprint.make({
  name: 'promise-requests',
  params: {
    path: '/requests',
    title: 'Requests',
    filter: isPromiseEntity,
    loader: async () => {
      const { PromiseRequestsTab } = await import(
        './entity/PromiseRequestsTab'
      );
      return <PromiseRequestsTab />;
    },
  },
});

/** On the Resource of a request in the catalog. */
const requestStatusContent = EntityContentBlueprint.make({
  name: 'request-status',
  params: {
    path: '/status',
    title: 'Status',
    filter: isRequestEntity,
    loader: async () => {
      const { RequestStatusTab } = await import('./entity/RequestStatusTab');
      return <RequestStatusTab />;
    },
  },
});

/** On what was delivered for a request: how the order is. */
const orderCard = EntityCardBlueprint.make({
  name: 'order',
  params: {
    type: 'info',
    filter: isOrderedEntity,
    loader: async () => {
      const { OrderCard } = await import('./entity/OrderCard');
      return <OrderCard />;
    },
  },
});

/** On what was delivered for a request: all of the order. */
const orderContent = EntityContentBlueprint.make({
  name: 'order',
  params: {
    path: '/order',
    title: 'Order',
    filter: isOrderedEntity,
    loader: async () => {
      const { RequestStatusTab } = await import('./entity/RequestStatusTab');
      return <RequestStatusTab />;
    },
  },
});

/** On the About card of an order and of what it brought: the way to the page of the request. */
const orderLink = EntityIconLinkBlueprint.make({
  name: 'order',
  params: {
    filter: entity => isOrderedEntity(entity) || isRequestEntity(entity),
    useProps: useOrderLink,
  },
});

/** In the wizard of the scaffolder: `ui:field: PromiseRequest` draws the form of a Promise. */
const promiseRequestField = FormFieldBlueprint.make({
  name: 'promise-request',
  params: {
    field: async () => {
      const { promiseRequestFormField } = await import(
        './scaffolder/promiseRequestFormField'
      );
      return promiseRequestFormField;
    },
  },
});

/** In search results: a Promise or a request. */
const searchResultItem = SearchResultListItemBlueprint.make({
  params: {
    predicate: ({ type }) =>
      type === SEARCH_TYPE_PROMISE || type === SEARCH_TYPE_REQUEST,
    component: async () => {
      const { SearchResultItem } = await import('./search/SearchResultItem');
      return SearchResultItem;
    },
  },
});

/** Marketplace, request forms, requests and live status pages. @public */
export const promisesPlugin = createFrontendPlugin({
  pluginId: 'promises',
  title: 'Promises',
  icon: <RiStore2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: convertLegacyRouteRefs({
    root: rootRouteRef,
    promise: promiseRouteRef,
    order: orderRouteRef,
    requests: requestsRouteRef,
    request: requestRouteRef,
    change: changeRouteRef,
    destinations: destinationsRouteRef,
    doctor: doctorRouteRef,
  }),
  extensions: [
    promisesApi,
    promisesPage,
    marketplaceLink,
    promiseRequestsContent,
    requestStatusContent,
    orderCard,
    orderContent,
    orderLink,
    promiseRequestField,
    searchResultItem,
  ],
});
