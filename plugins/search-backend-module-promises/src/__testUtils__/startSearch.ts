import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import searchPlugin from '@backstage/plugin-search-backend';
import {
  ANNOTATION_DEFINITION_HASH,
  EVENT_TOPIC_ENTITY,
  hashDefinition,
  PromisesClient,
  type JsonObject,
  type RequestBody,
} from '@promissory/plugin-promises-common';
import promisesPlugin from '@promissory/plugin-promises-backend';
import searchModulePromises from '..';
import { actingAuth } from './actingAuth';
import { kratixEntity } from './kratixEntity';
import { OwnersPolicy } from './OwnersPolicy';
import { TestCatalog } from './TestCatalog';
import { urlOf } from './urlOf';
import { userInfo } from './userInfo';

/** Alice is in the team web, Bob in the team data. */
export type Person = 'alice' | 'bob';

/** A real search backend with its own engine, a real promises backend and a real permission backend. */
export async function startSearch() {
  const gitDirectory = await mkdtemp(join(tmpdir(), 'promissory-search-'));
  const catalog = TestCatalog.create();
  const root = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  });
  const backend = await startTestBackend({
    features: [
      promisesPlugin,
      searchPlugin,
      searchModulePromises,
      permissionPlugin,
      createBackendModule({
        pluginId: 'permission',
        moduleId: 'owners',
        register(reg) {
          reg.registerInit({
            deps: { policy: policyExtensionPoint },
            async init({ policy }) {
              policy.setPolicy(new OwnersPolicy());
            },
          });
        },
      }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      actingAuth,
      permissionsServiceFactory,
      schedulerServiceFactory,
      catalog.factory,
      userInfo,
      createServiceFactory({
        service: eventsServiceRef,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => root.forPlugin(plugin.getId()),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:0',
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          permission: { enabled: true },
          search: {
            collators: {
              promises: {
                // Only changes bring a new index here.
                schedule: {
                  frequency: { hours: 1 },
                  timeout: { minutes: 1 },
                },
                pauseSeconds: 0.2,
              },
            },
          },
          promises: {
            trustedLocations: ['file:/trusted/*'],
            git: { localDirectory: gitDirectory, create: true },
          },
        },
      }),
    ],
  });
  const url = urlOf(backend.server);
  const client = new PromisesClient({
    discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` },
    fetchApi: { fetch },
  });
  const service = mockCredentials.service.token({
    onBehalfOf: mockCredentials.service('plugin:catalog'),
    targetPluginId: 'promises',
  });
  const tokenOf = (person: Person) =>
    mockCredentials.user.token(`user:default/${person}`);

  return {
    client,
    as: (person: Person) => ({ token: tokenOf(person) }),
    /** Registers a Promise as the catalog would. */
    async publish(document: JsonObject) {
      const hash = hashDefinition(document);
      const { name } = document.metadata as { name: string };
      await client.putDefinition(hash, document, { token: service });
      const entityRef = catalog.put(
        kratixEntity({
          kind: 'Promise',
          name,
          annotations: { [ANNOTATION_DEFINITION_HASH]: hash },
          spec: { owner: 'group:default/platform' },
        }),
      );
      await root.publish({
        topic: EVENT_TOPIC_ENTITY,
        eventPayload: { entityRef, kind: 'Promise', hash },
      });
    },
    order(
      person: Person,
      promise: string,
      name: string,
      body: Partial<RequestBody>,
    ) {
      return client.putRequest(
        { promise, namespace: 'default', name, body: { spec: {}, ...body } },
        { token: tokenOf(person) },
      );
    },
    /** Titles of what the person finds, with the type in front. */
    async find(person: Person, term: string): Promise<string[]> {
      const response = await fetch(
        `${url}/api/search/query?term=${encodeURIComponent(term)}`,
        { headers: { authorization: `Bearer ${tokenOf(person)}` } },
      );
      const body = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(body));
      return body.results
        .map(
          (each: { type: string; document: { title: string } }) =>
            `${each.type}: ${each.document.title}`,
        )
        .sort();
    },
    stop: async () => {
      await backend.stop();
      await rm(gitDirectory, { recursive: true, force: true });
    },
  };
}
