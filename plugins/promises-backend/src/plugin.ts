import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  defaultFunctionImages,
  FunctionRunner,
} from '@promissory/plugin-pipeline-functions';
import {
  promisesRunnerExtensionPoint,
  promisesSecretStoreExtensionPoint,
} from '@promissory/plugin-promises-node';
import { CallerReader } from './caller/CallerReader';
import { CatalogView } from './catalog/CatalogView';
import { CatalogWaker } from './catalog/CatalogWaker';
import { ForeignEntities } from './catalog/ForeignEntities';
import { requestUrls } from './catalog/requestUrls';
import { readPromisesConfig } from './config/readPromisesConfig';
import { Doctor } from './doctor/Doctor';
import { readHost } from './doctor/readHost';
import { createEngine } from './engine/createEngine';
import { EventStreams } from './events/EventStreams';
import { createRouter } from './http/createRouter';
import { createEngineObserver } from './metrics/createEngineObserver';
import { observeGauges } from './metrics/observeGauges';
import { Authorizer } from './permissions/Authorizer';
import { createPermissionResources } from './permissions/createPermissionResources';
import { registerPermissions } from './permissions/registerPermissions';
import { DefinitionCache } from './promises/DefinitionCache';
import { CatalogReader } from './registry/CatalogReader';
import { CatalogRegistry } from './registry/CatalogRegistry';
import { EngineRegistryStore } from './registry/EngineRegistryStore';
import { EntityRegistrar } from './registry/EntityRegistrar';
import { PipelineRunners } from './runners/PipelineRunners';
import { ConfigSecretStore } from './secrets/ConfigSecretStore';
import { SecretStoreSlot } from './secrets/SecretStoreSlot';

/**
 * The promises backend: follows the Promises of the catalog, takes requests for them, has the engine fulfil these, and
 * tells live how they are. @public
 */
export const promisesPlugin = createBackendPlugin({
  pluginId: 'promises',
  register(env) {
    const runners = PipelineRunners.create();
    const secretStores = SecretStoreSlot.create();
    env.registerExtensionPoint(promisesRunnerExtensionPoint, runners);
    env.registerExtensionPoint(promisesSecretStoreExtensionPoint, secretStores);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, httpAuth, lifecycle, logger, userInfo } = deps;
        const config = readPromisesConfig(deps.config);
        const knex = await deps.database.getClient();
        const now = () => new Date();
        if (!runners.has('function')) {
          const { images, threads } = config.functions;
          runners.addRunner(
            FunctionRunner.create({
              images: [...defaultFunctionImages, ...images],
              threads,
            }),
          );
        }
        const secretStore =
          secretStores.store ?? ConfigSecretStore.create(config.secrets);
        const { engine, cleanUp } = await createEngine({
          knex,
          logger,
          config,
          runners: runners.list,
          secretStore,
          environment: process.env,
          observer: createEngineObserver(deps.metrics),
        });
        const platform = engine.native;
        registerPermissions(
          deps.permissionsRegistry,
          createPermissionResources(knex, platform.name),
        );
        const store = EngineRegistryStore.create({
          knex,
          platform: platform.name,
          now,
        });
        const { trustedLocations } = config;
        const reader = CatalogReader.create({ catalog: deps.catalog, auth });
        const definitions = DefinitionCache.create({ runners: runners.list });
        const registry = CatalogRegistry.create({
          reader,
          registrar: EntityRegistrar.create({
            store,
            trustedLocations,
            logger,
          }),
          store,
          events: deps.events,
          logger,
          comparisonMs: config.registry.comparisonSeconds * 1_000,
        });
        const catalogView = CatalogView.create({
          knex,
          platform: platform.name,
          foreign: ForeignEntities.create({ catalog: deps.catalog, auth }),
          requestEntities: config.catalog.requestEntities,
          deliveredEntities: config.catalog.deliveredEntities,
          requestUrl: requestUrls(deps.config, config.catalog),
          logger,
          now,
        });
        const catalogWaker = CatalogWaker.create({
          tail: engine.events,
          events: deps.events,
          logger,
        });
        const streams = EventStreams.create({
          knex,
          tail: engine.events,
          logger,
          heartbeatMs: config.events.heartbeatSeconds * 1_000,
          bufferBytes: config.events.bufferBytes,
          maximumMs: config.events.maximumSeconds * 1_000,
        });
        const endGauges = observeGauges({
          metrics: deps.metrics,
          engine,
          streams,
          logger,
          now,
        });
        deps.httpRouter.use(
          createRouter({
            context: {
              knex,
              platform,
              readManifest: uid => engine.readManifest(uid),
              readRelatives: options => engine.readRelatives(options),
              preview: options => engine.preview(options),
              callers: CallerReader.create({ auth, httpAuth, userInfo }),
              authorizer: Authorizer.create(deps),
              definitions,
              streams,
              catalogView,
              auditor: deps.auditor,
              config,
              now,
            },
            doctor: Doctor.create({
              context: {
                knex,
                platform: platform.name,
                config,
                rootConfig: deps.config,
                engine,
                definitions,
                catalog: reader,
                secretStore,
                host: readHost,
                now,
              },
            }),
            engine,
            logger,
            validateResponses: config.http.validateResponses,
          }),
        );
        // A probe has no credentials.
        deps.httpRouter.addAuthPolicy({
          path: '/v1/health',
          allow: 'unauthenticated',
        });
        lifecycle.addStartupHook(async () => {
          await engine.start();
          await registry.start();
        });
        lifecycle.addShutdownHook(async () => {
          endGauges();
          streams.close();
          catalogWaker.close();
          await registry.stop();
          await engine.stop();
          await cleanUp();
        });
      },
    });
  },
});
