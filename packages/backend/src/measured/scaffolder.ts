import { createBackendModule } from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { answerMeasurements } from './answerMeasurements';
import { createPushToGitAction } from './createPushToGitAction';

answerMeasurements();

// Backstage's own way to the same files in the same repository: the scaffolder, and an action that pushes.
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'push-to-git',
    register(env) {
      env.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(createPushToGitAction());
        },
      });
    },
  }),
);
backend.start();
