import { promiseDocument } from '../__testUtils__/fixtures';
import { startPromises, until } from '../__testUtils__/startPromises';

jest.setTimeout(60_000);

describe('ordering', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  beforeAll(async () => {
    promises = await startPromises();
    await promises.publishExample(
      promiseDocument({
        annotations: { 'promissory.io/example': 'size: small' },
      }),
    );
  });
  afterAll(() => promises.stop());

  const put = (name: string, body: object, user = 'alice') =>
    promises
      .call('put', `/v1/promises/db/requests/default/${name}`, user)
      .send(body);

  it('shows a card and a page', async () => {
    const list = await promises.call('get', '/v1/promises').expect(200);
    expect(list.body).toMatchObject({
      total: 1,
      items: [
        {
          name: 'db',
          entityRef: 'promise:default/db',
          owner: 'group:default/platform',
          category: 'Data',
          tags: ['sql', 'storage'],
          availability: { state: 'Available' },
          runner: { available: true, name: 'function' },
          orderable: true,
        },
      ],
      facets: { categories: [{ value: 'Data', count: 1 }] },
    });
    const page = await promises.call('get', '/v1/promises/db').expect(200);
    expect(page.body).toMatchObject({
      name: 'db',
      schema: { properties: { spec: { required: ['size'] } } },
      example: { size: 'small' },
      pipelines: [{ name: 'make', action: 'configure' }],
      namespaces: [{ namespace: 'default', owners: ['group:default/web'] }],
      findings: [],
    });
  });

  it('orders, delivers, changes and deletes', async () => {
    const ordered = await put('life', {
      spec: { size: 'small', unknown: 1 },
      metadata: { labels: { team: 'web' } },
      comment: 'please',
    }).expect(201);
    const { uid, etag } = ordered.body;
    expect(ordered.headers.etag).toBe(etag);
    expect(ordered.body).toMatchObject({
      promise: { name: 'db' },
      namespace: 'default',
      name: 'life',
      owner: 'group:default/web',
      requestedBy: 'user:default/alice',
      origin: 'api',
      generation: 1,
      spec: { size: 'small', replicas: 1, engine: 'postgres' },
      labels: { team: 'web' },
      can: { update: true, delete: true, retry: true, reconcile: true },
    });
    const state = async () => {
      const { body } = await promises.call('get', `/v1/requests/${uid}`);
      return body;
    };
    await until(async () => (await state()).state.name === 'Delivered');
    expect(await state()).toMatchObject({
      deliveredGeneration: 1,
      runs: [
        {
          state: 'Succeeded',
          trigger: 'order',
          steps: [{ state: 'Succeeded', runner: 'function' }],
        },
      ],
      placements: [{ destination: 'dev', state: 'Written', files: 1 }],
      history: [
        { generation: 1, comment: 'please', actor: 'user:default/alice' },
      ],
    });

    const files = await promises
      .call('get', `/v1/requests/${uid}/files`)
      .expect(200);
    const [file] = files.body.files;
    expect(file).toMatchObject({
      path: 'db.yaml',
      placements: [{ state: 'Written' }],
    });
    const content = await promises
      .call('get', `/v1/requests/${uid}/files/${file.sha256}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks).toString()));
      })
      .expect(200);
    expect(content.body).toContain('size: small');
    expect(content.headers['content-type']).toBe('application/octet-stream');

    const [run] = (await state()).runs;
    const log = await promises
      .call(
        'get',
        `/v1/requests/${uid}/runs/${run.id}/steps/${run.steps[0].id}/log`,
      )
      .expect(200);
    expect(log.body.complete).toBe(true);
    expect(log.body.lines.length).toBeGreaterThan(0);

    const manifest = await promises
      .call('get', `/v1/requests/${uid}/manifest`)
      .expect(200);
    expect(manifest.body).toMatchObject({
      apiVersion: 'example.com/v1',
      kind: 'Db',
      metadata: { name: 'life', namespace: 'default' },
      spec: { size: 'small' },
      status: { message: 'made' },
    });

    await put('life', { spec: { size: 'small' }, comment: 'whatever it is' })
      .set('If-Match', '*')
      .expect(200);
    const current = (await state()).etag;
    await put('life', { spec: { size: 'large' } }).expect(412);
    await put('life', { spec: { size: 'large' } })
      .set('If-Match', '"999"')
      .expect(412);
    const changed = await put('life', { spec: { size: 'large' } })
      .set('If-Match', current)
      .expect(200);
    expect(changed.body).toMatchObject({
      generation: 2,
      labels: { team: 'web' },
      owner: 'group:default/web',
    });
    await put('life', { spec: { size: 'large', engine: 'mysql' } })
      .set('If-Match', changed.body.etag)
      .expect(422)
      .expect(({ body }) =>
        expect(body.error.errors).toEqual([
          expect.objectContaining({
            path: 'spec.engine',
            message: expect.stringContaining('the engine cannot be changed'),
          }),
        ]),
      );
    await until(async () => (await state()).deliveredGeneration === 2);

    await promises
      .call('delete', `/v1/requests/${uid}`)
      .set('If-Match', '"1"')
      .expect(412);
    await promises.call('delete', `/v1/requests/${uid}`).expect(202);
    await until(async () => (await state()).state.name === 'Deleted');
    expect(await state()).toMatchObject({ deletedAt: expect.any(String) });

    const timeline = await promises
      .call('get', `/v1/requests/${uid}/events?limit=1000`)
      .expect(200);
    const types = timeline.body.items.map(
      (each: { type: string }) => each.type,
    );
    expect(types[0]).toBe('RequestCreated');
    expect(types).toEqual(
      expect.arrayContaining([
        'RunStarted',
        'PlacementWritten',
        'RequestChanged',
        'RequestDeleteRequested',
        'RequestDeleted',
      ]),
    );
  });

  it('does nothing for the same body again', async () => {
    const body = { spec: { size: 'small' } };
    const first = await put('same', body).expect(201);
    const again = await put('same', body).expect(200);
    expect(again.body).toMatchObject({
      uid: first.body.uid,
      generation: 1,
      etag: first.body.etag,
    });
    await put('same', body).set('If-None-Match', '*').expect(409);
  });

  it('makes one request of many orders at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        put('crowd', { spec: { size: 'small' } }),
      ),
    );
    expect(answers.map(each => each.status).sort()).toEqual([
      200, 200, 200, 200, 200, 200, 200, 201,
    ]);
    expect(new Set(answers.map(each => each.body.uid)).size).toBe(1);
  });

  it('keeps a name for a new request once the old one is deleted', async () => {
    const first = await put('reborn', { spec: { size: 'small' } }).expect(201);
    await promises.call('delete', `/v1/requests/${first.body.uid}`).expect(202);
    await until(
      async () =>
        (
          await promises.call('get', `/v1/requests/${first.body.uid}`)
        ).body.state.name === 'Deleted',
    );
    const second = await put('reborn', { spec: { size: 'small' } }).expect(201);
    expect(second.body.uid).not.toBe(first.body.uid);
    // A change that was begun on the old one must not reach the new one.
    await put('reborn', { spec: { size: 'large' } })
      .set('If-Match', first.body.etag)
      .expect(412);
  });

  it('tells the verdict without ordering', async () => {
    const verdict = await promises
      .call('post', '/v1/promises/db/validate')
      .send({
        namespace: 'nowhere',
        name: 'X',
        spec: { size: 'tiny', replicas: 9 },
      })
      .expect(200);
    expect(verdict.body.valid).toBe(false);
    expect(
      verdict.body.errors.map((each: { path: string }) => each.path).sort(),
    ).toEqual([
      'metadata.name',
      'metadata.namespace',
      'spec.replicas',
      'spec.size',
    ]);
    const good = await promises
      .call('post', '/v1/promises/db/validate')
      .send({ spec: { size: 'small', more: true } })
      .expect(200);
    expect(good.body).toMatchObject({
      valid: true,
      errors: [],
      object: { spec: { size: 'small', replicas: 1, engine: 'postgres' } },
    });
    expect(good.body.object.spec.more).toBeUndefined();
  });

  it('tells at the name that it is taken, before the order is sent', async () => {
    const body = { spec: { size: 'small' } };
    await put('taken', body).expect(201);
    const validate = (more: object) =>
      promises
        .call('post', '/v1/promises/db/validate')
        .send({ namespace: 'default', name: 'taken', ...body, ...more });
    const verdict = await validate({ mustBeNew: true }).expect(200);
    expect(verdict.body).toMatchObject({
      valid: false,
      errors: [{ path: 'metadata.name', reason: 'FieldValueDuplicate' }],
    });
    expect((await validate({})).body).toMatchObject({ valid: true });
    const refused = await put('taken', { spec: { size: 'large' } })
      .set('If-None-Match', '*')
      .expect(409);
    expect(refused.body.error.errors).toMatchObject([
      { path: 'metadata.name' },
    ]);
  });

  it('reconciles on demand and refuses verbs that the platform does not know', async () => {
    const { body } = await put('verbs', { spec: { size: 'small' } }).expect(
      201,
    );
    const path = `/v1/requests/${body.uid}`;
    await until(
      async () =>
        (await promises.call('get', path)).body.state.name === 'Delivered',
    );
    await promises.call('post', `${path}/reconcile`).expect(202);
    await until(
      async () => (await promises.call('get', path)).body.runs.length === 2,
    );
    await promises.call('post', `${path}/cancel`).expect(501);
    await promises.call('post', `${path}/explode`).expect(400);
    await until(
      async () =>
        (await promises.call('get', path)).body.state.name === 'Delivered',
    );
    const retry = await promises.call('post', `${path}/retry`);
    expect(retry.status).toBe(409);
  });

  it('lists with facets, scopes and pages', async () => {
    for (const [name, user, owner] of [
      ['list-a', 'alice', undefined],
      ['list-b', 'bob', 'group:default/data'],
      ['list-c', 'bob', 'group:default/web'],
    ] as const) {
      await put(name, { spec: { size: 'small' }, owner }, user).expect(201);
    }
    const names = async (query: string, user = 'alice') => {
      const { body } = await promises
        .call('get', `/v1/requests?search=list-${query}`, user)
        .expect(200);
      return {
        names: body.items.map((each: { name: string }) => each.name),
        ...body,
      };
    };
    expect((await names('')).names).toEqual(['list-c', 'list-b', 'list-a']);
    expect((await names('&scope=mine')).names).toEqual(['list-a']);
    expect((await names('&scope=team')).names).toEqual(['list-c', 'list-a']);
    expect((await names('&scope=team', 'bob')).names).toEqual([
      'list-c',
      'list-b',
      'list-a',
    ]);
    expect((await names('&owner=group:default/data')).names).toEqual([
      'list-b',
    ]);
    expect((await names('')).facets.owners).toEqual([
      { value: 'group:default/web', count: 2 },
      { value: 'group:default/data', count: 1 },
    ]);
    const page = await names('&limit=2');
    expect(page).toMatchObject({
      names: ['list-c', 'list-b'],
      total: 3,
      nextCursor: expect.any(String),
    });
    expect((await names(`&limit=2&cursor=${page.nextCursor}`)).names).toEqual([
      'list-a',
    ]);
  });

  it('names the origin of an order', async () => {
    const browser = await put('origin', { spec: { size: 'small' } })
      .set('Sec-Fetch-Mode', 'cors')
      .expect(201);
    expect(browser.body.origin).toBe('ui');
  });

  it('lists Destinations', async () => {
    const { body } = await promises.call('get', '/v1/destinations').expect(200);
    expect(body).toMatchObject({
      canDelete: true,
      items: [
        {
          name: 'dev',
          state: 'Ready',
          stateStore: { state: 'Ready', branch: 'main' },
        },
      ],
    });
    await promises.call('delete', '/v1/destinations/dev').expect(409);
    await promises.call('delete', '/v1/destinations/none').expect(404);
  });
});
