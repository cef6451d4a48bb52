import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { DefinitionKeeper } from './definitions/DefinitionKeeper';
import { DefinitionsClient } from './definitions/DefinitionsClient';
import { EntityAnnouncer } from './events/EntityAnnouncer';
import { createLocationSource } from './locations/createLocationSource';
import { LocationFaultProcessor } from './locations/LocationFaultProcessor';
import { readLocations } from './locations/readLocations';
import { KratixEntityProcessor } from './processor/KratixEntityProcessor';
import { FollowingEntityProvider } from './provider/FollowingEntityProvider';
import { RequestEntitiesClient } from './requests/RequestEntitiesClient';
import { CatalogPromisesClient } from './templates/CatalogPromisesClient';
import { readTemplateOptions } from './templates/readTemplateOptions';
import { TemplateSource } from './templates/TemplateSource';
import { CatalogFileWatcher } from './watch/CatalogFileWatcher';
import { readWatchedPlaces } from './watch/readWatchedPlaces';

/**
 * Adds Kratix's kinds Promise, Destination, GitStateStore and BucketStateStore to the catalog, from `promises.locations` or
 * from any other location whose rules allow them, and shows requests, the catalog entities that were delivered for them, and
 * a Template for each Promise that takes orders.
 *
 * @public
 */
export const catalogModulePromises = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'promises',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        urlReader: coreServices.urlReader,
      },
      async init({
        catalog,
        auth,
        config,
        discovery,
        events,
        lifecycle,
        logger,
        urlReader,
      }) {
        const client = DefinitionsClient.create({ auth, discovery });
        catalog.addProcessor(
          KratixEntityProcessor.create({
            keeper: DefinitionKeeper.create({ client, logger }),
            announcer: EntityAnnouncer.create({ events, logger }),
          }),
        );
        const requests = FollowingEntityProvider.create({
          name: 'promises-requests',
          subject: 'the entities of requests',
          client: RequestEntitiesClient.create({ auth, discovery }),
          events,
          logger,
        });
        catalog.addEntityProvider(requests);
        lifecycle.addShutdownHook(() => requests.close());
        const locations = readLocations(config, process.cwd());
        if (locations.length > 0) {
          const source = createLocationSource({ locations, urlReader, logger });
          const provider = FollowingEntityProvider.create({
            name: 'promises-locations',
            subject: 'what promises.locations names',
            client: source,
            events,
            logger,
            pollMs: 2_000,
          });
          catalog.addEntityProvider(provider);
          catalog.addProcessor(LocationFaultProcessor.create(source));
          lifecycle.addShutdownHook(() => provider.close());
        }
        const templates = readTemplateOptions(config);
        if (templates) {
          const provider = FollowingEntityProvider.create({
            name: 'promises-templates',
            subject: 'the templates of Promises',
            client: TemplateSource.create({
              client: CatalogPromisesClient.create({ auth, discovery }),
              templates,
            }),
            events,
            logger,
            gatherMs: 1_000,
          });
          catalog.addEntityProvider(provider);
          lifecycle.addShutdownHook(() => provider.close());
        }
        const places = readWatchedPlaces(config, process.cwd());
        if (places.length > 0) {
          const watcher = CatalogFileWatcher.create({ places, logger });
          catalog.addEntityProvider(watcher);
          lifecycle.addShutdownHook(() => watcher.close());
        }
      },
    });
  },
});
