import { resolve } from 'node:path';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createPublishLocalGitAction } from './createPublishLocalGitAction';

/**
 * The action `publish:local-git`, for a laptop without a Git host. It is there only where `localGit.directory` is
 * configured, and the backend refuses to start with it in production.
 */
export const localGitModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'local-git',
  register(env) {
    env.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ scaffolder, config }) {
        const directory = config.getOptionalString('localGit.directory');
        if (directory === undefined) return;
        if (process.env.NODE_ENV === 'production') {
          throw new Error(
            'localGit.directory is for development only: publish to a Git host in production, and remove localGit from the configuration',
          );
        }
        scaffolder.addActions(
          createPublishLocalGitAction({ directory: resolve(directory) }),
        );
      },
    });
  },
});
