import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import {
  EVENT_TOPIC_CATALOG_CHANGED,
  PromisesClient,
} from '@promissory/plugin-promises-common';
import { PageReader } from './collators/PageReader';
import { PromiseCollatorFactory } from './collators/PromiseCollatorFactory';
import { RequestCollatorFactory } from './collators/RequestCollatorFactory';
import { readSearchOptions } from './schedule/readSearchOptions';
import { WakingTaskRunner } from './schedule/WakingTaskRunner';

/**
 * Adds Promises and requests to the search, each found by those only who may read it. The index follows changes within
 * seconds, and is made anew by its schedule.
 *
 * @public
 */
export const searchModulePromises = createBackendModule({
  pluginId: 'search',
  moduleId: 'promises',
  register(reg) {
    reg.registerInit({
      deps: {
        index: searchIndexRegistryExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, config, discovery, events, lifecycle, logger } = deps;
        const { scheduler } = deps;
        const { schedule, pauseMs, pagePath, pageSize } =
          readSearchOptions(config);
        const collatorOptions = {
          api: new PromisesClient({
            discoveryApi: discovery,
            fetchApi: { fetch },
          }),
          pages: PageReader.create({ auth }),
          pagePath,
          pageSize,
        };
        const runners = [
          PromiseCollatorFactory.create(collatorOptions),
          RequestCollatorFactory.create(collatorOptions),
        ].map(factory => {
          const runner = WakingTaskRunner.create({
            scheduler,
            schedule,
            logger,
            pauseMs,
          });
          deps.index.addCollator({ schedule: runner, factory });
          return runner;
        });
        await events.subscribe({
          id: 'search-promises',
          topics: [EVENT_TOPIC_CATALOG_CHANGED],
          // Who publishes waits for its subscribers: take note and return.
          onEvent: async () => runners.forEach(runner => runner.wake()),
        });
        lifecycle.addShutdownHook(() => runners.forEach(each => each.close()));
      },
    });
  },
});
