import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { PromisesClient } from '@promissory/plugin-promises-common';
import { createDeleteAction } from './actions/createDeleteAction';
import { createRequestAction } from './actions/createRequestAction';
import { createUpdateAction } from './actions/createUpdateAction';
import { createWaitAction } from './actions/createWaitAction';
import { RequestLinks } from './requests/RequestLinks';

/**
 * Adds `promise:request`, `promise:update`, `promise:delete` and `promise:wait` to the scaffolder. They act with the rights
 * of the person who started the task.
 *
 * @public
 */
export const scaffolderModulePromises = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'promises',
  register(reg) {
    reg.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ scaffolder, auth, config, discovery }) {
        const services = {
          api: new PromisesClient({
            discoveryApi: discovery,
            fetchApi: { fetch },
          }),
          auth,
          links: RequestLinks.fromConfig(config),
        };
        scaffolder.addActions(
          createRequestAction(services),
          createUpdateAction(services),
          createDeleteAction(services),
          createWaitAction(services),
        );
      },
    });
  },
});
