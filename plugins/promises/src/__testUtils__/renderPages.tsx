import { renderInTestApp } from '@backstage/frontend-test-utils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { PromisesApi } from '@promissory/plugin-promises-common';
import { promisesApiRef } from '@promissory/plugin-promises-react';
import type { ReactElement } from 'react';
import { rootRouteRef } from '../routing/routeRefs';
import { PromisesRoutes } from '../shell/PromisesRoutes';

const ROUTES = {
  '/promises': convertLegacyRouteRef(rootRouteRef),
  '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
};

/** The pages at an address below `/promises`, against an API. */
export function renderPages(address: string, api: PromisesApi) {
  return renderInTestApp(<PromisesRoutes />, {
    mountPath: '/promises/*',
    initialRouteEntries: [`/promises${address}`],
    mountedRoutes: ROUTES,
    apis: [
      [promisesApiRef, api],
      [catalogApiRef, catalogApiMock()],
    ],
  });
}

/** One element in an app that knows the pages, against an API. */
export function renderElement(element: ReactElement, api: PromisesApi) {
  return renderInTestApp(element, {
    mountedRoutes: ROUTES,
    apis: [
      [promisesApiRef, api],
      [catalogApiRef, catalogApiMock()],
    ],
  });
}
