import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  EVENT_TOPIC_ENTITY,
  hashDefinition,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { promisesPlugin } from '../plugin';
import { FakeCatalog } from './FakeCatalog';
import { mockDatabase } from './mockDatabase';
import {
  destinationEntity,
  promiseDocument,
  promiseEntity,
  stateStoreEntity,
} from './fixtures';

/** Decides like a permission policy: by permission and user. */
export type TestPolicy = (
  permission: Permission,
  userRef: string,
) => PolicyDecision;

export const allowAll: TestPolicy = () => ({ result: AuthorizeResult.ALLOW });

const memberships: Readonly<Record<string, string[]>> = {
  'user:default/alice': ['group:default/web'],
  'user:default/bob': ['group:default/web', 'group:default/data'],
  'user:default/paula': ['group:default/platform'],
};

/** A backend with the promises plugin over a fake catalog, a fake policy, a real database and real Git. */
export async function startPromises(
  options: {
    knex?: Knex;
    config?: JsonObject;
    /** More of the section `backend`. */
    backend?: JsonObject;
    /** More sections of the app's configuration. */
    root?: JsonObject;
    policy?: TestPolicy;
    /** What else the backend is made of. */
    features?: BackendFeature[];
  } = {},
) {
  const gitDirectory = await mkdtemp(join(tmpdir(), 'promissory-test-'));
  const catalog = FakeCatalog.create();
  const events = mockServices.events();
  let policy = options.policy ?? allowAll;
  let knex: Knex | undefined = options.knex;
  const backend = await startTestBackend({
    features: [
      promisesPlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
            ...options.backend,
          },
          promises: {
            trustedLocations: ['file:/trusted/*'],
            namespaces: [
              { pattern: 'default' },
              { pattern: 'data-*', groups: ['group:default/data'] },
              { pattern: 'platform', groups: ['group:default/platform'] },
            ],
            git: { localDirectory: gitDirectory, create: true },
            http: { validateResponses: true },
            registry: { comparisonSeconds: 0.1 },
            ...options.config,
          },
          ...options.root,
        } as never,
      }),
      catalog.factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const { userEntityRef } = credentials.principal as {
            userEntityRef: string;
          };
          return {
            userEntityRef,
            ownershipEntityRefs: [
              userEntityRef,
              ...(memberships[userEntityRef] ?? []),
            ],
          };
        },
      }).factory,
      mockServices.permissions.mock({
        authorizeConditional: async (queries, { credentials }) =>
          queries.map(query => policy(query.permission, userOf(credentials))),
        authorize: async (queries, { credentials }) =>
          queries.map(query => {
            const { result } = policy(query.permission, userOf(credentials));
            return {
              result:
                result === AuthorizeResult.ALLOW
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            };
          }),
      }).factory,
      createServiceFactory({
        service: coreServices.database,
        deps: {
          lifecycle: coreServices.lifecycle,
          plugin: coreServices.pluginMetadata,
        },
        factory: ({ plugin }) => {
          const own =
            plugin.getId() === 'promises' ? undefined : mockDatabase();
          return {
            getClient: async () => own ?? (knex ??= mockDatabase()),
          };
        },
      }),
      ...(options.features ?? []),
    ],
  });

  const header = (user: string) =>
    user.startsWith('plugin:')
      ? mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(user),
          targetPluginId: 'promises',
        })
      : mockCredentials.user.header(`user:default/${user}`);

  function call(
    method: 'get' | 'put' | 'post' | 'delete',
    path: string,
    user = 'alice',
  ) {
    return request(backend.server)
      [method](`/api/promises${path}`)
      .set('Authorization', header(user));
  }

  async function sendDefinition(document: JsonObject): Promise<string> {
    const sha256 = hashDefinition(document);
    await call('put', `/v1/definitions/${sha256}`, 'plugin:catalog')
      .send(document)
      .expect(204);
    return sha256;
  }

  /** What the catalog module does for a Promise. */
  async function publish(
    document: JsonObject,
    entity: Parameters<typeof promiseEntity>[1] = {},
  ): Promise<string> {
    const hash = await sendDefinition(document);
    const entityRef = catalog.put(promiseEntity(document, entity));
    await events.publish({
      topic: EVENT_TOPIC_ENTITY,
      eventPayload: { entityRef, kind: 'Promise', hash },
    });
    return entityRef;
  }

  async function publishEntity(entity: Entity): Promise<string> {
    const entityRef = catalog.put(entity);
    await events.publish({
      topic: EVENT_TOPIC_ENTITY,
      eventPayload: { entityRef, kind: entity.kind, hash: 'any' },
    });
    return entityRef;
  }

  /** A Promise `db`, delivered to one Destination, ready to be ordered. */
  async function publishExample(document = promiseDocument()): Promise<void> {
    await publishEntity(stateStoreEntity());
    await publishEntity(destinationEntity());
    await publish(document);
    const { name } = document.metadata as { name: string };
    await until(async () => {
      const answer = await call('get', `/v1/promises/${name}`, 'plugin:test');
      return answer.body.availability?.state === 'Available';
    });
  }

  const gitHead = async () => {
    const { stdout } = await promisify(execFile)('git', [
      'ls-remote',
      join(gitDirectory, 'platform.git'),
    ]);
    return stdout;
  };

  return {
    backend,
    catalog,
    events,
    gitDirectory,
    gitHead,
    call,
    header,
    sendDefinition,
    publish,
    publishEntity,
    publishExample,
    knex: () => {
      if (!knex) throw new Error('The database was not asked for yet');
      return knex;
    },
    setPolicy: (next: TestPolicy) => {
      policy = next;
    },
    stop: async () => {
      await backend.stop();
      await rm(gitDirectory, { recursive: true, force: true });
    },
  };
}

/** Waits until something is so. */
export async function until(
  condition: () => Promise<boolean> | boolean,
  timeoutMs = 15_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error(`It did not happen in ${timeoutMs} ms`);
    }
    await sleep(10);
  }
}

/** Waits until what is read is what is expected; tells what was read last if that does not happen. */
export async function untilEqual<T>(
  read: () => Promise<T>,
  expected: T,
): Promise<void> {
  let last: T | undefined;
  try {
    await until(async () => {
      last = await read();
      return isDeepStrictEqual(last, expected);
    });
  } catch {
    throw new Error(
      `Expected ${JSON.stringify(expected)}, but it stayed ${JSON.stringify(
        last,
      )}`,
    );
  }
}

function userOf(credentials: unknown): string {
  const { principal } = credentials as {
    principal: { userEntityRef?: string; subject?: string };
  };
  return principal.userEntityRef ?? principal.subject ?? '';
}
