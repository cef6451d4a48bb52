import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  promiseReadPermission,
  requestCreatePermission,
  requestReadPermission,
  requestUpdatePermission,
} from '@promissory/plugin-promises-common';
import {
  createPromiseConditionalDecision,
  createRequestConditionalDecision,
  promiseConditions,
  requestConditions,
} from '@promissory/plugin-promises-node';
import { promiseDocument } from '../__testUtils__/fixtures';
import {
  allowAll,
  startPromises,
  until,
  type TestPolicy,
} from '../__testUtils__/startPromises';

jest.setTimeout(120_000);

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** Denies some permissions to alice. */
const without =
  (...names: string[]): TestPolicy =>
  permission =>
    names.includes(permission.name) ? deny : allow;

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('permissions on %p', id => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  let uid: string;
  let run: { id: string; steps: Array<{ id: string }> };
  let sha256: string;

  beforeAll(async () => {
    promises = await startPromises({ knex: await databases.init(id) });
    await promises.publishExample();
    await promises.publish(promiseDocument({ name: 'other', kind: 'Other' }), {
      owner: 'group:default/data',
    });
    const { body } = await promises
      .call('put', '/v1/promises/db/requests/default/mine')
      .send({ spec: { size: 'small' } })
      .expect(201);
    uid = body.uid;
    await promises
      .call('put', '/v1/promises/db/requests/data-1/theirs', 'bob')
      .send({ spec: { size: 'small' } })
      .expect(201);
    const detail = () => promises.call('get', `/v1/requests/${uid}`);
    await until(async () => (await detail()).body.state.name === 'Delivered');
    [run] = (await detail()).body.runs;
    const files = await promises.call('get', `/v1/requests/${uid}/files`);
    sha256 = files.body.files[0].sha256;
    await until(
      async () => (await promises.call('get', '/v1/promises')).body.total === 2,
    );
  });
  afterEach(() => promises.setPolicy(allowAll));
  afterAll(() => promises.stop());

  const paths = () => [
    `/v1/requests/${uid}`,
    `/v1/requests/${uid}/events`,
    `/v1/requests/${uid}/files`,
    `/v1/requests/${uid}/files/${sha256}`,
    `/v1/requests/${uid}/manifest`,
    `/v1/requests/${uid}/runs/${run.id}/steps/${run.steps[0].id}/log`,
  ];

  it('answers nobody without credentials', async () => {
    for (const path of [
      '/v1/promises',
      '/v1/requests',
      '/v1/events',
      '/v1/destinations',
    ]) {
      const { status } = await promises
        .call('get', path)
        .set('Authorization', mockCredentials.user.invalidHeader());
      expect(status).toBe(401);
    }
  });

  it('hides requests from who may not read them: 404 on every route', async () => {
    for (const path of paths()) await promises.call('get', path).expect(200);
    promises.setPolicy(without('promises.request.read'));
    for (const path of paths()) {
      const { body } = await promises.call('get', path).expect(404);
      expect(body.error).toMatchObject({
        name: 'NotFoundError',
        message: `There is no request ${uid}`,
      });
    }
    await promises.call('delete', `/v1/requests/${uid}`).expect(404);
    await promises.call('post', `/v1/requests/${uid}/retry`).expect(404);
    const list = await promises.call('get', '/v1/requests').expect(200);
    expect(list.body).toMatchObject({
      items: [],
      total: 0,
      facets: { namespaces: [] },
      deniedPermission: 'promises.request.read',
    });
    const events = await promises
      .call('get', '/v1/events?topics=requests')
      .expect(200);
    expect(events.body.items).toEqual([]);
    // The name is taken, which is all that is told.
    const taken = await promises
      .call('put', '/v1/promises/db/requests/default/mine')
      .send({ spec: { size: 'large' } })
      .expect(409);
    expect(taken.body.error.message).toContain('is taken');
    // Who may order nothing is not even told that.
    promises.setPolicy(
      without('promises.request.read', 'promises.request.create'),
    );
    const denied = await promises
      .call('put', '/v1/promises/db/requests/default/mine')
      .send({ spec: { size: 'large' } })
      .expect(403);
    expect(denied.body.error.permission).toBe('promises.request.create');
  });

  it.each([
    ['promises.request.update', 'put', '/v1/promises/db/requests/default/mine'],
    ['promises.request.create', 'put', '/v1/promises/db/requests/default/new'],
    ['promises.request.delete', 'delete', '/v1/requests/UID'],
    ['promises.request.retry', 'post', '/v1/requests/UID/retry'],
    ['promises.request.reconcile', 'post', '/v1/requests/UID/reconcile'],
    ['promises.request.update', 'post', '/v1/requests/UID/pause'],
    ['promises.destination.delete', 'delete', '/v1/destinations/dev'],
    ['promises.destination.read', 'get', '/v1/destinations'],
  ] as const)(
    'names %s to who lacks it to %s %s',
    async (permission, method, path) => {
      promises.setPolicy(without(permission));
      const { body } = await promises
        .call(method, path.replace('UID', uid))
        .send(method === 'put' ? { spec: { size: 'large' } } : undefined)
        .expect(403);
      expect(body.error).toMatchObject({ name: 'NotAllowedError', permission });
      expect(body.error.message).toContain(permission);
    },
  );

  it('says on cards, pages and requests what the caller lacks', async () => {
    promises.setPolicy(
      without('promises.request.create', 'promises.request.delete'),
    );
    const page = await promises.call('get', '/v1/promises/db').expect(200);
    expect(page.body).toMatchObject({
      orderable: false,
      deniedPermission: 'promises.request.create',
    });
    const request = await promises
      .call('get', `/v1/requests/${uid}`)
      .expect(200);
    expect(request.body.can).toEqual({
      update: true,
      delete: false,
      retry: true,
      reconcile: true,
      pause: true,
      resume: true,
    });
  });

  it('hides Promises from who may not read them', async () => {
    promises.setPolicy(permission =>
      permission.name === promiseReadPermission.name
        ? createPromiseConditionalDecision(
            promiseReadPermission,
            promiseConditions.isOwner({ claims: ['group:default/data'] }),
          )
        : allow,
    );
    const { body } = await promises.call('get', '/v1/promises').expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ name: 'other' }] });
    await promises.call('get', '/v1/promises/db').expect(404);
    await promises
      .call('post', '/v1/promises/db/validate')
      .send({ spec: {} })
      .expect(404);
    await promises
      .call('put', '/v1/promises/db/requests/default/x')
      .send({ spec: { size: 'small' } })
      .expect(404);
    const events = await promises
      .call('get', '/v1/events?topics=promises')
      .expect(200);
    expect(
      new Set(
        events.body.items.map((each: { promise: string }) => each.promise),
      ),
    ).toEqual(new Set(['other']));
  });

  it('lists, counts and streams only what conditions leave', async () => {
    promises.setPolicy(permission =>
      permission.name === requestReadPermission.name
        ? createRequestConditionalDecision(requestReadPermission, {
            anyOf: [
              requestConditions.isOwner({ claims: ['group:default/data'] }),
              requestConditions.namespace({ patterns: ['data-*'] }),
            ],
          })
        : allow,
    );
    const { body } = await promises.call('get', '/v1/requests').expect(200);
    expect(body).toMatchObject({
      total: 1,
      items: [{ name: 'theirs', owner: 'group:default/data' }],
      facets: { owners: [{ value: 'group:default/data', count: 1 }] },
    });
    await promises.call('get', `/v1/requests/${uid}`).expect(404);
    const events = await promises
      .call('get', '/v1/events?topics=requests&limit=1000')
      .expect(200);
    expect(events.body.items.length).toBeGreaterThan(0);
    expect(
      events.body.items.some(
        (each: { requestUid: string }) => each.requestUid === uid,
      ),
    ).toBe(false);
  });

  it('decides an order on the request that would come of it', async () => {
    promises.setPolicy(permission =>
      permission.name === requestCreatePermission.name
        ? createRequestConditionalDecision(requestCreatePermission, {
            allOf: [
              requestConditions.promiseName({ names: ['db'] }),
              requestConditions.inGroup({ groups: ['group:default/data'] }),
            ],
          })
        : allow,
    );
    const put = (promise: string, owner: string) =>
      promises
        .call('put', `/v1/promises/${promise}/requests/default/by-bob`, 'bob')
        .send({ spec: { size: 'small' }, owner });
    const { body } = await put('db', 'group:default/web').expect(403);
    expect(body.error).toMatchObject({
      permission: 'promises.request.create',
      message: expect.stringContaining('for group:default/web'),
    });
    await put('other', 'group:default/data').expect(403);
    await put('db', 'group:default/data').expect(201);
    expect(
      (await promises.call('get', '/v1/promises/db', 'alice')).body,
    ).toMatchObject({ orderable: false });
    expect(
      (await promises.call('get', '/v1/promises/db', 'bob')).body,
    ).toMatchObject({ orderable: true });
  });

  it('decides a change of the owner on both owners', async () => {
    promises.setPolicy(permission =>
      permission.name === requestUpdatePermission.name
        ? createRequestConditionalDecision(
            requestUpdatePermission,
            requestConditions.inGroup({ groups: ['group:default/web'] }),
          )
        : allow,
    );
    const path = '/v1/promises/db/requests/default/mine';
    await promises
      .call('put', path, 'bob')
      .send({ spec: { size: 'small' }, owner: 'group:default/data' })
      .expect(403);
    const kept = await promises
      .call('put', path, 'bob')
      .send({ spec: { size: 'small' } });
    expect(kept.status).toBe(200);
  });
});
