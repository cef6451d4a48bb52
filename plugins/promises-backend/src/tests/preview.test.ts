import { promiseDocument } from '../__testUtils__/fixtures';
import { publishFulfilling } from '../__testUtils__/publishFulfilling';
import { allowAll, startPromises, until } from '../__testUtils__/startPromises';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  JsonObject,
  PreviewedRequest,
} from '@promissory/plugin-promises-common';

jest.setTimeout(60_000);

const child = (name: string, when = 'true') => ({
  path: `${name}.yaml`,
  when,
  content: {
    apiVersion: 'example.com/v1',
    kind: 'Db',
    metadata: { name: `\${{ metadata.name }}-${name}` },
    spec: { size: '${{ spec.size }}' },
  },
});

describe('preview of an order and of a change over HTTP', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;

  beforeAll(async () => {
    promises = await startPromises();
    await publishFulfilling(promises, [
      promiseDocument(),
      promiseDocument({
        name: 'service',
        kind: 'Service',
        requiredPromises: [{ name: 'db' }],
        renderOptions: {
          files: [child('main'), child('archive', "spec.size == 'large'")],
        },
      }),
    ]);
  });
  afterAll(() => promises.stop());
  afterEach(() => promises.setPolicy(allowAll));

  const preview = (spec: JsonObject, name = 'orders') =>
    promises
      .call('post', '/v1/promises/service/preview')
      .send({ namespace: 'default', name, spec });
  const order = async (spec: JsonObject, etag?: string) => {
    const call = promises.call(
      'put',
      '/v1/promises/service/requests/default/orders',
    );
    if (etag) call.set('If-Match', etag);
    const { body } = await call.send({ spec });
    await until(async () => {
      const { body: now } = await promises.call(
        'get',
        `/v1/requests/${body.uid}`,
      );
      return (
        now.state.name === 'Delivered' && now.generation === body.generation
      );
    });
    return body;
  };
  const summary = (requests: PreviewedRequest[]) =>
    requests.map(({ name, depth, change, outcome }) => [
      name,
      depth,
      change,
      outcome,
    ]);
  const deliveredPaths = async (uids: string[]) => {
    const lists = await Promise.all(
      uids.map(uid => promises.call('get', `/v1/requests/${uid}/files`)),
    );
    return lists
      .flatMap(({ body }) => body.files)
      .flatMap((file: { placements: Array<{ path: string }> }) =>
        file.placements.map(({ path }) => path),
      )
      .sort();
  };

  it('tells what then comes, and what a change adds and takes away', async () => {
    const first = await preview({ size: 'large' }).expect(200);
    expect(first.body).toMatchObject({ isComplete: true, notes: [] });
    expect(summary(first.body.requests)).toEqual([
      ['orders', 0, 'Ordered', 'Complete'],
      ['orders-archive', 1, 'Ordered', 'Complete'],
      ['orders-main', 1, 'Ordered', 'Complete'],
    ]);
    const none = await promises.call('get', '/v1/requests').expect(200);
    expect(none.body.total).toBe(0);

    const { uid } = await order({ size: 'large' });
    const { body: detail } = await promises.call('get', `/v1/requests/${uid}`);
    const uids = [
      uid,
      ...detail.children.map((one: { uid: string }) => one.uid),
    ];
    expect(
      first.body.requests
        .flatMap((one: PreviewedRequest) => one.files)
        .map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(await deliveredPaths(uids));

    const same = await preview({ size: 'large' }).expect(200);
    expect(summary(same.body.requests)).toEqual([
      ['orders', 0, 'Changed', 'Complete'],
      ['orders-archive', 1, 'Unchanged', 'Complete'],
      ['orders-main', 1, 'Unchanged', 'Complete'],
    ]);
    expect(same.body.requests[0].files).toMatchObject([
      { change: 'Unchanged' },
      { change: 'Unchanged' },
    ]);

    const smaller = await preview({ size: 'small' }).expect(200);
    expect(summary(smaller.body.requests)).toEqual([
      ['orders', 0, 'Changed', 'Complete'],
      ['orders-archive', 1, 'Deleted', 'Complete'],
      ['orders-main', 1, 'Changed', 'Complete'],
    ]);
    const [root, archive, main] = smaller.body.requests;
    expect(root.files).toMatchObject([
      { change: 'Removed', before: expect.stringContaining('size: large') },
      {
        change: 'Changed',
        before: expect.stringContaining('size: large'),
        after: expect.stringContaining('size: small'),
      },
    ]);
    expect(main.files).toMatchObject([{ change: 'Changed' }]);
    expect(archive.files).toMatchObject([{ change: 'Removed' }]);
  });

  it('refuses what the order would be refused for, and stores nothing', async () => {
    await preview({ size: 'huge' }).expect(422);
    await promises
      .call('post', '/v1/promises/nowhere/preview')
      .send({ namespace: 'default', name: 'x', spec: {} })
      .expect(404);
    promises.setPolicy(({ name }) => ({
      result: name.endsWith('.read')
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }));
    await preview({ size: 'small' }, 'other').expect(403);
  });

  it('says that a name is taken by somebody else', async () => {
    await promises
      .call('put', '/v1/promises/db/requests/default/taken-main')
      .send({ spec: { size: 'small' } })
      .expect(201);
    const { body } = await preview({ size: 'small' }, 'taken').expect(200);
    expect(body.isComplete).toBe(false);
    expect(body.requests).toMatchObject([
      {
        name: 'taken',
        outcome: 'Failed',
        message: expect.stringContaining('exists already'),
      },
    ]);
  });

  it('leaves images that are no functions to the order', async () => {
    await promises.publish(
      promiseDocument({ name: 'image', kind: 'Image', image: 'busybox:1' }),
    );
    await until(async () => {
      const { status } = await promises.call('get', '/v1/promises/image');
      return status === 200;
    });
    // Nothing here runs it, so it takes no orders either.
    await promises
      .call('post', '/v1/promises/image/preview')
      .send({ namespace: 'default', name: 'x', spec: { size: 'small' } })
      .expect(409);
  });
});
