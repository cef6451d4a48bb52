import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readPeople } from '../people';
import { RolePolicy } from './RolePolicy';

/** The demo's permission policy: what somebody may do follows from their role under `developmentSignIn.people`. */
export const permissionPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'role-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint, config: coreServices.rootConfig },
      async init({ policy, config }) {
        policy.setPolicy(RolePolicy.create({ people: readPeople(config) }));
      },
    });
  },
});
