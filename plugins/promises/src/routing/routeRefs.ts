import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The marketplace, and the root of all other pages. @public */
export const rootRouteRef = createRouteRef({ id: 'promises' });

/** One Promise; parameter `name`. @public */
export const promiseRouteRef = createSubRouteRef({
  id: 'promises/promise',
  parent: rootRouteRef,
  path: '/:name',
});

/** The form that orders from a Promise; parameter `name`. @public */
export const orderRouteRef = createSubRouteRef({
  id: 'promises/order',
  parent: rootRouteRef,
  path: '/:name/order',
});

/** The list of requests. @public */
export const requestsRouteRef = createSubRouteRef({
  id: 'promises/requests',
  parent: rootRouteRef,
  path: '/requests',
});

/** The status page of one request; parameter `uid`. @public */
export const requestRouteRef = createSubRouteRef({
  id: 'promises/request',
  parent: rootRouteRef,
  path: '/requests/:uid',
});

/** The form that changes a request; parameter `uid`. @public */
export const changeRouteRef = createSubRouteRef({
  id: 'promises/change',
  parent: rootRouteRef,
  path: '/requests/:uid/change',
});

/** How every part of the installation is. @public */
export const doctorRouteRef = createSubRouteRef({
  id: 'promises/doctor',
  parent: rootRouteRef,
  path: '/doctor',
});

/** Destinations and their state stores. @public */
export const destinationsRouteRef = createSubRouteRef({
  id: 'promises/destinations',
  parent: rootRouteRef,
  path: '/destinations',
});
