import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import scaffolderModulePromises from '..';
import { eventually } from './eventually';
import { ownersOnly } from './ownersOnly';
import type { Person } from './startPromises';
import { TestCatalog } from './TestCatalog';
import { urlOf } from './urlOf';
import { userInfo } from './userInfo';

/** A task as the scaffolder tells of it, with its log in one text. */
export interface TaskReport {
  readonly status: string;
  readonly log: string;
  /** What the template's `output` came to. */
  readonly output: JsonObject;
}

/** A real scaffolder backend with this module, beside a promises backend at `promisesUrl`. */
export async function startScaffolder(options: {
  readonly promisesUrl: string;
  readonly knex: Knex;
}) {
  const catalog = TestCatalog.create();
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModulePromises,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://portal.example.com' },
          backend: { baseUrl: 'http://localhost:0' },
          scaffolder: {
            taskRecovery: { enabled: true, staleTimeout: { seconds: 2 } },
          },
        },
      }),
      mockServices.discovery.mock({
        getBaseUrl: async id => `${options.promisesUrl}/api/${id}`,
        getExternalBaseUrl: async id => `${options.promisesUrl}/api/${id}`,
      }).factory,
      catalog.factory,
      userInfo,
      ownersOnly(),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => options.knex }),
      }),
    ],
  });
  const url = `${urlOf(backend.server)}/api/scaffolder`;

  async function call(person: Person, path: string, body?: unknown) {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: mockCredentials.user.header(`user:default/${person}`),
        'Content-Type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  async function report(person: Person, taskId: string): Promise<TaskReport> {
    const task = await call(person, `/v2/tasks/${taskId}`);
    const events = await call(person, `/v2/tasks/${taskId}/events`);
    const bodies = events.map((event: { body: JsonObject }) => event.body);
    return {
      status: task.status,
      log: bodies.map((body: JsonObject) => body.message).join('\n'),
      output: bodies.find((body: JsonObject) => body.output)?.output ?? {},
    };
  }

  const template = (steps: readonly JsonObject[], output: JsonObject = {}) => ({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'test', namespace: 'default' },
    spec: {
      owner: 'group:default/platform',
      type: 'service',
      parameters: [],
      steps: steps.map(step => ({ name: String(step.id), ...step })),
      output,
    },
  });

  return {
    url,
    call,
    report,
    template,
    /** Starts a task of a template with these steps; returns its id. */
    async start(
      person: Person,
      steps: readonly JsonObject[],
      output: JsonObject = {},
      values: JsonObject = {},
    ): Promise<string> {
      const templateRef = catalog.put(template(steps, output) as never);
      const { id } = await call(person, '/v2/tasks', {
        templateRef,
        values,
      });
      return id;
    },
    /** Waits for a task's end. */
    finished: (person: Person, taskId: string, timeoutMs?: number) =>
      eventually(
        () => report(person, taskId),
        ({ status }) => !['open', 'processing'].includes(status),
        timeoutMs,
      ),
    stop: () => backend.stop(),
  };
}
