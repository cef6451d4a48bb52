import { createBackendModule } from '@backstage/backend-plugin-api';
import { promisesRunnerExtensionPoint } from '@promissory/plugin-promises-node';
import { SleepingRunner } from './SleepingRunner';

/** Brings pipelines that take their time. */
export const sleepingRunnerModule = createBackendModule({
  pluginId: 'promises',
  moduleId: 'sleeping-runner',
  register(env) {
    env.registerInit({
      deps: { runners: promisesRunnerExtensionPoint },
      async init({ runners }) {
        runners.addRunner(SleepingRunner.create());
      },
    });
  },
});
