import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_PROMISE,
  RESOURCE_TYPE_REQUEST,
} from '@promissory/plugin-promises-common';
import type {
  PromiseFilter,
  PromiseResource,
  RequestFilter,
  RequestResource,
} from './types';

/** Promises, as the permission system knows them; a resource's ref is the Promise's name. @public */
export const promisePermissionResourceRef = createPermissionResourceRef<
  PromiseResource,
  PromiseFilter
>().with({ pluginId: 'promises', resourceType: RESOURCE_TYPE_PROMISE });

/** Requests, as the permission system knows them; a resource's ref is the request's uid. @public */
export const requestPermissionResourceRef = createPermissionResourceRef<
  RequestResource,
  RequestFilter
>().with({ pluginId: 'promises', resourceType: RESOURCE_TYPE_REQUEST });
