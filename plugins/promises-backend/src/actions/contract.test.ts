import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  actionsServiceRef,
  type ActionsService,
} from '@backstage/backend-plugin-api/alpha';
import { actionsServiceFactory } from '@backstage/backend-defaults/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import request from 'supertest';
import { promiseDocument } from '../__testUtils__/fixtures';
import { startPromises, until } from '../__testUtils__/startPromises';
import type { ListedAction } from './actionsProtocol';

jest.setTimeout(120_000);

const template = (name: string, spec: object) => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace: 'default' },
  spec: {
    owner: 'group:default/web',
    type: 'service',
    parameters: [],
    steps: [
      {
        id: 'order',
        name: 'Order',
        action: 'promises:db',
        input: { name: '${{ parameters.name }}', spec },
      },
    ],
    output: { text: [{ content: '${{ steps.order.output.uid }}' }] },
  },
});

/** The alpha wire protocol, held against the client and the scaffolder that speak it. */
describe('the protocol of actions in Backstage 1.55', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  let actions: ActionsService;
  beforeAll(async () => {
    promises = await startPromises({
      backend: { actions: { pluginSources: ['promises'] } },
      features: [
        actionsServiceFactory,
        scaffolderPlugin,
        createBackendModule({
          pluginId: 'scaffolder',
          moduleId: 'actions-client',
          register(env) {
            env.registerInit({
              deps: { service: actionsServiceRef, logger: coreServices.logger },
              async init({ service }) {
                actions = service;
              },
            });
          },
        }),
      ],
    });
    await promises.publishExample(promiseDocument());
    promises.catalog.put(template('order', { size: 'small' }));
    promises.catalog.put(template('wrong', { size: 'huge' }));
    promises.catalog.put(template('refused', { size: 'small', replicas: 4 }));
  });
  afterAll(() => promises.stop());

  const scaffolder = (method: 'get' | 'post', path: string) =>
    request(promises.backend.server)
      [method](`/api/scaffolder${path}`)
      .set('Authorization', mockCredentials.user.header('user:default/alice'));

  async function runTask(name: string) {
    const { body } = await scaffolder('post', '/v2/tasks')
      .send({
        templateRef: `template:default/${name}`,
        values: { name: `by-${name}` },
      })
      .expect(201);
    const path = `/v2/tasks/${body.id}`;
    await until(async () => {
      const task = await scaffolder('get', path);
      return !['open', 'processing'].includes(task.body.status);
    }, 30_000);
    const { body: task } = await scaffolder('get', path);
    const { body: events } = await scaffolder('get', `${path}/events`);
    return { task, log: JSON.stringify(events) };
  }

  it('is what the client of Backstage reads and calls', async () => {
    const credentials = mockCredentials.user('user:default/alice');
    const { actions: list } = await actions.list({ credentials });
    expect(list.map(({ id }) => id)).toEqual(['promises:db']);
    const order = { name: 'by-client', spec: { size: 'small' } };
    const { output } = await actions.invoke({
      id: 'promises:db',
      input: order,
      credentials,
    });
    expect(output).toMatchObject({ name: 'by-client', outcome: 'created' });
    await expect(
      actions.invoke({
        id: 'promises:db',
        input: { name: 'by-client', spec: {} },
        credentials,
      }),
    ).rejects.toMatchObject({
      statusCode: 422,
      message: expect.stringContaining('spec.size'),
      cause: { message: expect.stringContaining('size') },
    });
  });

  it('shows in the scaffolder what exists now', async () => {
    const list = async () => {
      const { body } = await scaffolder('get', '/v2/actions').expect(200);
      return body as Array<Pick<ListedAction, 'id' | 'schema'>>;
    };
    const find = async (id: string) =>
      (await list()).find(action => action.id === id);
    expect((await find('promises:db'))?.schema.input.required).toEqual([
      'name',
      'spec',
    ]);
    expect(await find('promises:late')).toBeUndefined();
    await promises.publish(promiseDocument({ name: 'late', kind: 'Late' }));
    await until(async () => (await find('promises:late')) !== undefined);
  });

  it('runs as a step with the rights of the person', async () => {
    const { task } = await runTask('order');
    expect(task.status).toBe('completed');
    const { body } = await promises
      .call('get', '/v1/requests?search=by-order')
      .expect(200);
    expect(body.items).toMatchObject([
      {
        name: 'by-order',
        requestedBy: 'user:default/alice',
        spec: { size: 'small' },
      },
    ]);
  });

  it('fails a step before the order where the schema refuses it', async () => {
    const { task, log } = await runTask('wrong');
    expect(task.status).toBe('failed');
    expect(log).toContain('Invalid input passed to action promises:db');
    expect(log).toContain('size is not one of enum values');
  });

  it('tells in the log of the task what admission has against the order', async () => {
    const { task, log } = await runTask('refused');
    expect(task.status).toBe('failed');
    expect(log).toContain('a small one has at most 3 replicas');
  });
});
