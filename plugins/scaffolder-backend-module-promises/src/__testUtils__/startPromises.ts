import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  ANNOTATION_DEFINITION_HASH,
  EVENT_TOPIC_ENTITY,
  hashDefinition,
  PromisesClient,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import promisesPlugin from '@promissory/plugin-promises-backend';
import { eventually } from './eventually';
import { kratixEntity } from './kratixEntity';
import { ownersOnly } from './ownersOnly';
import { promiseDocument } from './promiseDocument';
import { TestCatalog } from './TestCatalog';
import { testDatabase } from './testDatabase';
import { urlOf } from './urlOf';
import { userInfo } from './userInfo';

/** Alice is in the team web, Bob in the team data. */
export type Person = 'alice' | 'bob';

/**
 * A real promises backend, database and Git with four Promises: `db` and `postgresql` are delivered, `stuck` has no Destination, `broken`
 * has a template that cannot be evaluated. Owners see their own.
 */
export async function startPromises() {
  const gitDirectory = await mkdtemp(join(tmpdir(), 'promissory-test-'));
  const catalog = TestCatalog.create();
  const events = mockServices.events();
  const knex = testDatabase();
  const backend = await startTestBackend({
    features: [
      promisesPlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:0',
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          promises: {
            trustedLocations: ['file:/trusted/*'],
            namespaces: [
              { pattern: 'default' },
              { pattern: 'data', groups: ['group:default/data'] },
            ],
            git: { localDirectory: gitDirectory, create: true },
          },
        },
      }),
      catalog.factory,
      userInfo,
      ownersOnly(),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
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

  async function announce(entityRef: string, hash: string) {
    const [kind] = entityRef.split(':');
    await events.publish({
      topic: EVENT_TOPIC_ENTITY,
      eventPayload: { entityRef, kind, hash },
    });
  }

  async function publish(document: JsonObject) {
    const hash = hashDefinition(document);
    const { name } = document.metadata as { name: string };
    await client.putDefinition(hash, document, { token: service });
    const entity = kratixEntity({
      kind: 'Promise',
      name,
      annotations: { [ANNOTATION_DEFINITION_HASH]: hash },
      spec: { owner: 'group:default/platform' },
    });
    await announce(catalog.put(entity), hash);
  }

  const store = kratixEntity({
    kind: 'GitStateStore',
    name: 'default',
    spec: { url: 'file:///platform.git', branch: 'main' },
  });
  const destination = kratixEntity({
    kind: 'Destination',
    name: 'dev',
    labels: { environment: 'dev' },
    spec: {
      path: 'dev',
      cleanup: 'all',
      stateStoreRef: { kind: 'GitStateStore', name: 'default' },
    },
  });
  for (const entity of [store, destination]) {
    await announce(catalog.put(entity), 'any');
  }
  await publish(promiseDocument({ name: 'db', kind: 'Db' }));
  await publish(promiseDocument({ name: 'postgresql', kind: 'PostgreSQL' }));
  await publish(
    promiseDocument({ name: 'stuck', kind: 'Stuck', environment: 'nowhere' }),
  );
  await publish(
    promiseDocument({
      name: 'broken',
      kind: 'Broken',
      content: { size: '${{ spec.size.missing }}' },
    }),
  );
  for (const name of ['db', 'postgresql', 'stuck', 'broken']) {
    await eventually(
      () => client.getPromise(name, as('alice')).catch(() => undefined),
      promise => promise?.orderable === true,
    );
  }

  return {
    url,
    client,
    as,
    publish,
    stop: async () => {
      await backend.stop();
      await knex.destroy();
      await rm(gitDirectory, { recursive: true, force: true });
    },
  };
}

/** Options of a call by a person. */
function as(person: Person) {
  return { token: mockCredentials.user.token(`user:default/${person}`) };
}
