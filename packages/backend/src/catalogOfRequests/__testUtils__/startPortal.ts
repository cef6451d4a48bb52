import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import catalogModulePromises from '@promissory/plugin-catalog-backend-module-promises';
import promisesPlugin from '@promissory/plugin-promises-backend';

/** A portal with a real catalog, the real promises backend, SQLite in files and Git in a folder. */
export async function startPortal(options: {
  /** Keeps databases and repositories; another portal may go on with it. */
  readonly directory: string;
  /** Files of the catalog. */
  readonly targets: readonly string[];
  /** `promises.catalog` */
  readonly catalog?: Readonly<Record<string, boolean | string>>;
}) {
  const { directory, targets } = options;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModulePromises,
      promisesPlugin,
      databaseServiceFactory,
      // The test backend's own passes nothing on from plugin to plugin.
      createServiceFactory({
        service: eventsServiceRef,
        deps: { plugin: coreServices.pluginMetadata },
        createRootContext: () =>
          DefaultEventsService.create({ logger: mockServices.logger.mock() }),
        factory: ({ plugin }, root) => root.forPlugin(plugin.getId()),
      }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com/app' },
          backend: {
            baseUrl: 'http://localhost:0',
            database: {
              client: 'better-sqlite3',
              connection: { directory: join(directory, 'sqlite') },
            },
          },
          catalog: {
            rules: [
              {
                allow: [
                  'Component',
                  'Resource',
                  'API',
                  'System',
                  'Location',
                  'Promise',
                  'Destination',
                  'GitStateStore',
                ],
              },
            ],
            processingInterval: { seconds: 3600 },
            stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
            locations: targets.map(target => ({ type: 'file', target })),
          },
          promises: {
            git: { localDirectory: join(directory, 'git'), create: true },
            registry: { comparisonSeconds: 0.2 },
            catalog: { watch: true, ...options.catalog },
          },
        },
      }),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  async function call(
    path: string,
    init: {
      readonly method?: string;
      readonly body?: unknown;
      readonly ifMatch?: string;
    } = {},
  ) {
    const response = await fetch(`http://localhost:${port}/api${path}`, {
      method: init.method ?? 'GET',
      headers: {
        'content-type': 'application/json',
        authorization: mockCredentials.user.header(),
        ...(init.ifMatch && { 'if-match': init.ifMatch }),
      },
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
    };
  }

  return {
    call,
    stop: () => backend.stop(),
    async getEntity(ref: string): Promise<Entity | undefined> {
      const [kind, name] = ref.split(':');
      const { status, body } = await call(
        `/catalog/entities/by-name/${kind}/${name}`,
      );
      return status === 200 ? body : undefined;
    },
    /** Orders, and answers the uid. */
    async order(
      name: string,
      spec: Readonly<Record<string, unknown>>,
      more: Readonly<Record<string, unknown>> = {},
    ): Promise<string> {
      const { status, body } = await call(
        `/promises/v1/promises/service/requests/default/${name}`,
        {
          method: 'PUT',
          body: {
            spec,
            owner: mockCredentials.user().principal.userEntityRef,
            ...more,
          },
        },
      );
      if (status >= 300) {
        throw new Error(`${status}: ${JSON.stringify(body)}`);
      }
      return body.uid;
    },
  };
}
