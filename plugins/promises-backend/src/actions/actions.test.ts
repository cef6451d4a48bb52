import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { promiseReadPermission } from '@promissory/plugin-promises-common';
import request from 'supertest';
import { promiseDocument } from '../__testUtils__/fixtures';
import { allowAll, startPromises, until } from '../__testUtils__/startPromises';
import type { ListedAction } from './actionsProtocol';

jest.setTimeout(60_000);

const LIST = '/.backstage/actions/v1/actions';

describe('the actions of Promises', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  beforeAll(async () => {
    promises = await startPromises();
    await promises.publishExample(
      promiseDocument({
        annotations: {
          'promissory.io/title': 'Database',
          'promissory.io/example': 'size: small',
          'promissory.io/mcp': 'true',
        },
      }),
    );
  });
  afterAll(() => promises.stop());
  afterEach(() => promises.setPolicy(allowAll));

  async function list(user = 'alice') {
    const answer = await promises.call('get', LIST, user).expect(200);
    return answer.body.actions as ListedAction[];
  }

  const ids = async (user?: string) => (await list(user)).map(({ id }) => id);

  const invoke = (input: object, user = 'alice', id = 'promises:db') =>
    promises
      .call('post', `${LIST}/${encodeURIComponent(id)}/invoke`, user)
      .send(input);

  it('has one for each Promise that takes orders', async () => {
    const [action, ...others] = await list();
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      id: 'promises:db',
      pluginId: 'promises',
      name: 'db',
      title: 'Order Database',
      attributes: { readOnly: false, destructive: false, idempotent: true },
      examples: [{ input: { name: 'example', spec: { size: 'small' } } }],
    });
    expect(action.schema.input).toMatchObject({
      type: 'object',
      required: ['name', 'spec'],
      properties: {
        spec: {
          required: ['size'],
          properties: { size: { type: 'string', enum: ['small', 'large'] } },
        },
      },
    });
  });

  it('comes, changes and goes with its Promise', async () => {
    const queue = (spec: object) =>
      promiseDocument({ name: 'queue', kind: 'Queue', spec: { ...spec } });
    const entity = await promises.publish(
      queue({ type: 'object', properties: { depth: { type: 'integer' } } }),
    );
    await until(async () => (await ids()).includes('promises:queue'));

    await promises.publish(
      queue({ type: 'object', properties: { width: { type: 'integer' } } }),
    );
    await until(async () => {
      const action = (await list()).find(({ name }) => name === 'queue');
      return JSON.stringify(action?.schema.input)?.includes('"width"') ?? false;
    });

    promises.catalog.remove(entity);
    await promises.events.publish({
      topic: 'promises.catalog.entity',
      eventPayload: { entityRef: entity, kind: 'Promise', hash: 'gone' },
    });
    await until(async () => !(await ids()).includes('promises:queue'));
    await invoke(
      { name: 'q', namespace: 'default' },
      'alice',
      'promises:queue',
    ).expect(409);
  });

  it('shows a caller what they may order', async () => {
    promises.setPolicy(({ name }, user) => ({
      result:
        user === 'user:default/bob' && name === promiseReadPermission.name
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
    expect(await ids('bob')).toEqual([]);
    expect(await ids('alice')).toEqual(['promises:db']);
    const refused = await invoke({ name: 'x', spec: {} }, 'bob').expect(404);
    expect(refused.body.error.message).toBe('There is no Promise db');

    promises.setPolicy(({ name }) => ({
      result:
        name === 'promises.request.create'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
    expect(await ids('alice')).toEqual([]);
  });

  it('orders once, however often it is invoked', async () => {
    const order = { name: 'once', spec: { size: 'small' } };
    const first = await invoke(order).expect(200);
    expect(first.body.output).toMatchObject({
      promise: 'db',
      namespace: 'default',
      name: 'once',
      owner: 'group:default/web',
      outcome: 'created',
    });
    const second = await invoke(order).expect(200);
    expect(second.body.output).toMatchObject({
      uid: first.body.output.uid,
      outcome: 'unchanged',
    });
    await invoke({ ...order, spec: { size: 'large' } }).expect(412);
  });

  it('takes the call in its second version, and no secrets', async () => {
    const call = (body: object) =>
      promises
        .call('post', '/.backstage/actions/v2/actions/promises:db/invoke')
        .send(body);
    const input = { name: 'second', spec: { size: 'small' } };
    const { body } = await call({ input }).expect(200);
    expect(body.output.outcome).toBe('created');
    await call({ input, secrets: { password: 'x' } }).expect(400);
  });

  it.each([
    ['no name', { spec: { size: 'small' } }, 400, 'name'],
    ['an unknown field', { name: 'a', spec: {}, size: 1 }, 400, 'size'],
    [
      'no namespace where there is a choice',
      { name: 'a', spec: {} },
      400,
      'data-*',
    ],
    [
      'what admission refuses',
      { name: 'a', namespace: 'default', owner: 'group:default/web', spec: {} },
      422,
      'size',
    ],
    [
      'what another part of the rules refuses',
      {
        name: 'A',
        namespace: 'default',
        owner: 'group:default/web',
        spec: { size: 'small' },
      },
      422,
      'metadata.name',
    ],
  ])('refuses %s', async (_, input, status, told) => {
    const { body } = await invoke(input, 'bob').expect(status);
    expect(JSON.stringify(body)).toContain(told);
  });

  it('knows no action of another name', async () => {
    await invoke({ name: 'a' }, 'alice', 'promises:none').expect(404);
    await invoke({ name: 'a' }, 'alice', 'other:db').expect(404);
  });

  it('offers to MCP what is annotated, and nothing else', async () => {
    await promises.publish(promiseDocument({ name: 'plain', kind: 'Plain' }));
    await until(async () => (await ids()).includes('promises:plain'));
    const asTool = (path: string, method: 'get' | 'post' = 'get') =>
      request(promises.backend.server)
        [method](`/api/promises${path}`)
        .set(
          'Authorization',
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service('plugin:mcp-actions'),
            targetPluginId: 'promises',
          }),
        );
    const { body } = await asTool(LIST).expect(200);
    expect(body.actions.map(({ id }: { id: string }) => id)).toEqual([
      'promises:db',
    ]);
    await asTool(`${LIST}/promises:plain/invoke`, 'post')
      .send({ name: 'a', namespace: 'default', owner: 'group:default/web' })
      .expect(404);
    await asTool(`${LIST}/promises:db/invoke`, 'post')
      .send({
        name: 'tool',
        namespace: 'default',
        owner: 'group:default/web',
        spec: { size: 'small' },
      })
      .expect(200);
  });

  it('is for people and services that say who they are', async () => {
    await request(promises.backend.server)
      .get(`/api/promises${LIST}`)
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
  });
});
