import { json } from 'node:stream/consumers';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  EVENT_TOPIC_CATALOG_CHANGED,
  EVENT_TOPIC_ENTITY,
  type CatalogPromiseList,
  type PromiseEntityEvent,
} from '@promissory/plugin-promises-common';
import { catalogModulePromises } from '../module';

/** A request that the promises backend got. */
export interface DefinitionRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: unknown;
}

/** A real catalog on SQLite with this module, and a promises backend that keeps definitions in memory. */
export async function startCatalog(options: {
  /** Absolute paths. */
  readonly targets?: readonly string[];
  /** `promises.locations`; without it the kinds are allowed by the rules of the catalog. */
  readonly locations?: ReadonlyArray<{ type: string; target: string }>;
  readonly watch?: boolean | string[];
  /** Answers this many requests with 503 first. */
  readonly unavailable?: number;
  /** What the promises backend tells of Promises that are to have a Template. */
  readonly catalogPromises?: () => CatalogPromiseList;
  /** `promises.catalog.templates` */
  readonly templates?: JsonObject;
}) {
  const requests: DefinitionRequest[] = [];
  const definitions = new Map<string, unknown>();
  const events: PromiseEntityEvent[] = [];
  let wake = async () => {};
  let unavailable = options.unavailable ?? 0;

  const promisesPlugin = createBackendPlugin({
    pluginId: 'promises',
    register(reg) {
      reg.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          eventsService: eventsServiceRef,
        },
        async init({ httpRouter, eventsService }) {
          wake = () =>
            eventsService.publish({
              topic: EVENT_TOPIC_CATALOG_CHANGED,
              eventPayload: {},
            });
          await eventsService.subscribe({
            id: 'test',
            topics: [EVENT_TOPIC_ENTITY],
            async onEvent({ eventPayload }) {
              events.push(eventPayload as PromiseEntityEvent);
            },
          });
          httpRouter.use((req, res, next) => {
            const handle = async () => {
              if (req.path === '/v1/catalog/entities') {
                res.json({ version: 'none', items: [] });
                return;
              }
              if (req.path === '/v1/catalog/promises') {
                const none = { version: 'none', items: [] };
                const list = options.catalogPromises?.() ?? none;
                res.json(
                  req.query.known === list.version
                    ? { ...list, unchanged: true, items: [] }
                    : list,
                );
                return;
              }
              const body = (await json(req)) as { hashes?: string[] };
              if (unavailable > 0) {
                unavailable -= 1;
                res.status(503).end();
                return;
              }
              requests.push({
                method: req.method,
                path: req.path,
                authorization: req.headers.authorization ?? '',
                body,
              });
              if (req.path === '/v1/definitions/missing') {
                res.json({
                  missing: body.hashes?.filter(hash => !definitions.has(hash)),
                });
                return;
              }
              definitions.set(req.path.split('/').pop()!, body);
              res.status(204).end();
            };
            handle().catch(next);
          });
        },
      });
    },
  });

  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModulePromises,
      scaffolderEntityModel,
      promisesPlugin,
      // The test backend's own passes nothing on from plugin to plugin.
      createServiceFactory({
        service: eventsServiceRef,
        deps: { plugin: coreServices.pluginMetadata },
        createRootContext: () =>
          DefaultEventsService.create({ logger: mockServices.logger.mock() }),
        factory: ({ plugin }, root) => root.forPlugin(plugin.getId()),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:0' },
          catalog: {
            rules: [
              {
                allow: [
                  'Component',
                  'Template',
                  'Location',
                  ...(options.locations
                    ? []
                    : [
                        'Promise',
                        'Destination',
                        'GitStateStore',
                        'BucketStateStore',
                      ]),
                ],
              },
            ],
            processingInterval: { seconds: 3600 },
            stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
            locations: (options.targets ?? []).map(target => ({
              type: 'file',
              target,
            })),
          },
          promises: {
            locations: [...(options.locations ?? [])],
            catalog: {
              watch: options.watch ?? false,
              ...(options.templates && { templates: options.templates }),
            },
          },
        },
      }),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  return {
    requests,
    definitions,
    events,
    stop: () => backend.stop(),
    /** Tells the catalog to look again. */
    wake: () => wake(),
    /** All entities of a kind, as the catalog answers them. */
    async listEntities(kind: string): Promise<Entity[]> {
      const response = await fetch(
        `http://localhost:${port}/api/catalog/entities?filter=kind=${kind}`,
      );
      return (await response.json()) as Entity[];
    },
    /** One entity with its relations; undefined where there is none. */
    async getEntity(kind: string, name: string): Promise<Entity | undefined> {
      const response = await fetch(
        `http://localhost:${port}/api/catalog/entities/by-name/${kind}/default/${name}`,
      );
      return response.ok ? ((await response.json()) as Entity) : undefined;
    },
  };
}
