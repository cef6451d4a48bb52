import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';

/** Resource type of conditions on Promises. @public */
export const RESOURCE_TYPE_PROMISE = 'promises-promise';
/** Resource type of conditions on requests, those that are about to be placed included. @public */
export const RESOURCE_TYPE_REQUEST = 'promises-request';

/** See a Promise in the marketplace. @public */
export const promiseReadPermission = createPermission({
  name: 'promises.promise.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PROMISE,
});

/** Place an order. Decided on the request that would come of it. @public */
export const requestCreatePermission = createPermission({
  name: 'promises.request.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** See a request, its runs, logs, files and events. @public */
export const requestReadPermission = createPermission({
  name: 'promises.request.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Change a request. @public */
export const requestUpdatePermission = createPermission({
  name: 'promises.request.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Delete a request and what it brought. @public */
export const requestDeletePermission = createPermission({
  name: 'promises.request.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Run a failed workflow of a request again. @public */
export const requestRetryPermission = createPermission({
  name: 'promises.request.retry',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** Run the workflow of a request again although nothing failed. @public */
export const requestReconcilePermission = createPermission({
  name: 'promises.request.reconcile',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/** See Destinations, their state stores and what is there. @public */
export const destinationReadPermission = createPermission({
  name: 'promises.destination.read',
  attributes: { action: 'read' },
});

/** Remove a Destination from the platform. @public */
export const destinationDeletePermission = createPermission({
  name: 'promises.destination.delete',
  attributes: { action: 'delete' },
});

/** See how every part of the installation is, and the configuration that mends it. @public */
export const doctorReadPermission = createPermission({
  name: 'promises.doctor.read',
  attributes: { action: 'read' },
});

/** All permissions of the promises plugin. @public */
export const promisesPermissions: Permission[] = [
  promiseReadPermission,
  requestCreatePermission,
  requestReadPermission,
  requestUpdatePermission,
  requestDeletePermission,
  requestRetryPermission,
  requestReconcilePermission,
  destinationReadPermission,
  destinationDeletePermission,
  doctorReadPermission,
];
