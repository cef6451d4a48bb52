import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  destinationDeletePermission,
  destinationReadPermission,
  doctorReadPermission,
  promiseReadPermission,
  requestCreatePermission,
  requestDeletePermission,
  requestReadPermission,
  requestReconcilePermission,
  requestRetryPermission,
  requestUpdatePermission,
} from '@promissory/plugin-promises-common';
import {
  promisePermissionResourceRef,
  promisePermissionRules,
  requestPermissionResourceRef,
  requestPermissionRules,
  type PromiseResource,
  type RequestResource,
} from '@promissory/plugin-promises-node';

/** How the permission backend finds what a condition is about. */
export interface PermissionResources {
  promisesByName(names: string[]): Promise<Array<PromiseResource | undefined>>;
  requestsByUid(uids: string[]): Promise<Array<RequestResource | undefined>>;
}

/** Tells the permission system of the plugin's permissions and rules; possible only before the plugin has started. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  resources: PermissionResources,
): void {
  registry.addResourceType({
    resourceRef: promisePermissionResourceRef,
    permissions: [promiseReadPermission],
    rules: Object.values(promisePermissionRules),
    getResources: names => resources.promisesByName(names),
  });
  registry.addResourceType({
    resourceRef: requestPermissionResourceRef,
    permissions: [
      requestCreatePermission,
      requestReadPermission,
      requestUpdatePermission,
      requestDeletePermission,
      requestRetryPermission,
      requestReconcilePermission,
    ],
    rules: Object.values(requestPermissionRules),
    getResources: uids => resources.requestsByUid(uids),
  });
  registry.addPermissions([
    destinationReadPermission,
    destinationDeletePermission,
    doctorReadPermission,
  ]);
}
