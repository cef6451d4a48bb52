import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { requestReadPermission } from '@promissory/plugin-promises-common';
import { createRequestConditionalDecision } from '@promissory/plugin-promises-node';
import { promiseDocument } from '../__testUtils__/fixtures';
import { publishFulfilling } from '../__testUtils__/publishFulfilling';
import { allowAll, startPromises, until } from '../__testUtils__/startPromises';

jest.setTimeout(60_000);

describe('requests and their children over HTTP', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  let uid: string;
  let childUid: string;

  beforeAll(async () => {
    promises = await startPromises({
      config: { children: { maximumDepth: 2 } },
    });
    await publishFulfilling(promises, [
      promiseDocument(),
      promiseDocument({
        name: 'shop',
        kind: 'Shop',
        requiredPromises: [{ name: 'db' }, { name: 'nowhere' }],
      }),
      promiseDocument({
        name: 'service',
        kind: 'Service',
        requiredPromises: [{ name: 'db' }],
        renderOptions: {
          files: [
            {
              path: 'db.yaml',
              content: {
                apiVersion: 'example.com/v1',
                kind: 'Db',
                metadata: { name: '${{ metadata.name }}-db' },
                spec: { size: '${{ spec.size }}' },
              },
            },
            {
              path: 'secret.yaml',
              content: {
                apiVersion: 'example.com/v1',
                kind: 'Db',
                metadata: { name: 'other', namespace: 'platform' },
                spec: { size: 'small' },
              },
            },
          ],
        },
      }),
    ]);
    const answer = await promises
      .call('put', '/v1/promises/service/requests/default/orders')
      .send({ spec: { size: 'small' } })
      .expect(201);
    uid = answer.body.uid;
    await until(async () => {
      const { body } = await promises.call('get', `/v1/requests/${uid}`);
      childUid = body.children?.find(
        (one: { name: string }) => one.name === 'orders-db',
      )?.uid;
      return body.state.name === 'Failed';
    });
  });
  afterAll(() => promises.stop());
  afterEach(() => promises.setPolicy(allowAll));

  it('shows the tree with what is wrong, and the way back', async () => {
    const { body } = await promises
      .call('get', `/v1/requests/${uid}`)
      .expect(200);
    expect(body).toMatchObject({
      // Namespaces are asked for of children too.
      state: { name: 'Failed', reason: 'ChildNamespaceForbidden' },
      ancestors: [],
      children: [
        {
          uid: childUid,
          promise: { name: 'db' },
          namespace: 'default',
          name: 'orders-db',
          children: [],
        },
        {
          promise: { name: 'db' },
          namespace: 'platform',
          name: 'other',
          problem: { reason: 'ChildNamespaceForbidden' },
          children: [],
        },
      ],
    });
    const child = await promises
      .call('get', `/v1/requests/${childUid}`)
      .expect(200);
    expect(child.body).toMatchObject({
      parentUid: uid,
      origin: 'parent',
      requestedBy: 'user:default/alice',
      can: { update: false, delete: true, retry: true },
      ancestors: [{ uid, name: 'orders', state: { name: 'Failed' } }],
    });
  });

  it('lists by parent', async () => {
    const names = async (query: string) => {
      const { body } = await promises
        .call('get', `/v1/requests${query}`)
        .expect(200);
      return body.items.map((item: { name: string }) => item.name).sort();
    };
    expect(await names('')).toEqual(['orders', 'orders-db']);
    expect(await names(`?parent=${uid}`)).toEqual(['orders-db']);
    expect(await names('?parent=none')).toEqual(['orders']);
  });

  it('leaves out relatives that the caller may not read', async () => {
    promises.setPolicy(permission =>
      permission.name === 'promises.request.read'
        ? createRequestConditionalDecision(requestReadPermission, {
            rule: 'PROMISE_NAME',
            resourceType: 'promises-request',
            params: { names: ['service'] },
          })
        : { result: AuthorizeResult.ALLOW },
    );
    const { body } = await promises
      .call('get', `/v1/requests/${uid}`)
      .expect(200);
    expect(body.children).toEqual([]);
    await promises.call('get', `/v1/requests/${childUid}`).expect(404);
  });

  it('refuses to change a child, and says what to change', async () => {
    const { body } = await promises
      .call('put', '/v1/promises/db/requests/default/orders-db')
      .set('If-Match', '*')
      .send({ spec: { size: 'large' } })
      .expect(409);
    expect(body.error.message).toBe(
      'Request default/orders-db of Promise db belongs to service default/orders; change that one',
    );
  });

  it('deletes a child for who may, and the parent orders it again', async () => {
    await promises.call('delete', `/v1/requests/${childUid}`).expect(202);
    await until(async () => {
      const { body } = await promises.call('get', `/v1/requests/${uid}`);
      const again = body.children.find(
        (one: { name: string }) => one.name === 'orders-db',
      );
      return again?.uid !== undefined && again.uid !== childUid;
    });
  });

  it('shows on cards what Promises require', async () => {
    const { body } = await promises.call('get', '/v1/promises').expect(200);
    const requirementsOf = (name: string) =>
      body.items.find((item: { name: string }) => item.name === name)
        .requirements;
    expect(requirementsOf('db')).toEqual([]);
    expect(requirementsOf('shop')).toMatchObject([
      { name: 'db', fulfilled: true, entityRef: 'promise:default/db' },
      {
        name: 'nowhere',
        fulfilled: false,
        state: 'Requirement not installed',
      },
    ]);
    const page = await promises.call('get', '/v1/promises/service').expect(200);
    expect(page.body.requirements).toMatchObject([
      { name: 'db', fulfilled: true },
    ]);
  });
});
