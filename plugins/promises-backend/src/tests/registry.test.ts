import {
  destinationEntity,
  promiseDocument,
  promiseEntity,
  stateStoreEntity,
} from '../__testUtils__/fixtures';
import {
  startPromises,
  until,
  untilEqual,
} from '../__testUtils__/startPromises';

jest.setTimeout(60_000);

describe('registry', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  beforeEach(async () => {
    promises = await startPromises();
  });
  afterEach(() => promises.stop());

  const page = async (name = 'db') =>
    (await promises.call('get', `/v1/promises/${name}`)).body;
  const stateOf = async (name = 'db') => (await page(name)).availability?.state;

  it('follows a change of a Promise by its event, without waiting for a comparison', async () => {
    const slow = await startPromises({
      config: { registry: { comparisonSeconds: 3600 } },
    });
    await slow.publishExample();
    const start = performance.now();
    await slow.publish(
      promiseDocument({
        annotations: { 'promissory.io/title': 'Another title' },
      }),
    );
    await until(
      async () =>
        (await slow.call('get', '/v1/promises/db')).body.title ===
        'Another title',
    );
    expect(performance.now() - start).toBeLessThan(2_000);
    const { body } = await slow.call('get', '/v1/promises/db');
    expect(body.revisions).toHaveLength(2);
    await slow.stop();
  });

  it('waits for the catalog to show what its event told of', async () => {
    const slow = await startPromises({
      config: { registry: { comparisonSeconds: 3600 } },
    });
    await slow.publishExample();
    const next = promiseDocument({
      annotations: { 'promissory.io/title': 'Later' },
    });
    const hash = await slow.sendDefinition(next);
    await slow.events.publish({
      topic: 'promises.catalog.entity',
      eventPayload: { entityRef: 'promise:default/db', kind: 'Promise', hash },
    });
    setTimeout(() => slow.catalog.put(promiseEntity(next)), 400);
    await until(
      async () =>
        (await slow.call('get', '/v1/promises/db')).body.title === 'Later',
    );
    const { body } = await slow.call('get', '/v1/promises/db');
    expect(body.revisions).toHaveLength(2);
    await slow.stop();
  });

  it('finds by comparison what no event told of, and what was removed', async () => {
    await promises.sendDefinition(promiseDocument());
    promises.catalog.put(stateStoreEntity());
    promises.catalog.put(destinationEntity());
    promises.catalog.put(promiseEntity(promiseDocument()));
    await until(async () => (await stateOf()) === 'Available');
    const { body } = await promises
      .call('put', '/v1/promises/db/requests/default/kept')
      .send({ spec: { size: 'small' } })
      .expect(201);
    await until(
      async () =>
        (
          await promises.call('get', `/v1/requests/${body.uid}`)
        ).body.state.name === 'Delivered',
    );

    promises.catalog.remove('promise:default/db');
    promises.catalog.remove('destination:default/dev');
    await until(async () => (await stateOf()) === 'Withdrawn');
    await untilEqual(
      async () =>
        (
          await promises.call('get', '/v1/destinations')
        ).body.items.map((each: { state: string }) => each.state),
      ['Disconnected'],
    );
    await promises
      .call('put', '/v1/promises/db/requests/default/new')
      .send({ spec: { size: 'small' } })
      .expect(409);
    // What was ordered stays.
    const kept = await promises
      .call('get', `/v1/requests/${body.uid}`)
      .expect(200);
    expect(kept.body.placements).toMatchObject([{ state: 'Written' }]);

    promises.catalog.put(promiseEntity(promiseDocument()));
    promises.catalog.put(destinationEntity());
    await until(async () => (await stateOf()) === 'Available');
  });

  it('withdraws nothing while the catalog cannot be read', async () => {
    await promises.publishExample();
    promises.catalog.broken = true;
    promises.catalog.remove('promise:default/db');
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(await stateOf()).toBe('Available');
    promises.catalog.broken = false;
    await until(async () => (await stateOf()) === 'Withdrawn');
  });

  it('shows a bad Promise with what is wrong, beside the good ones', async () => {
    await promises.publish(
      promiseDocument({
        name: 'bad',
        kind: 'Bad',
        spec: { type: 'object', properties: { a: { type: 'strin' } } },
      }),
    );
    await promises.publishExample();
    await until(async () => (await stateOf('bad')) === 'Invalid');
    const bad = await page('bad');
    expect(bad.findings).toEqual([
      expect.objectContaining({
        severity: 'error',
        path: expect.stringContaining('spec.api'),
      }),
    ]);
    expect(bad).toMatchObject({ orderable: false });
    expect(await page()).toMatchObject({ orderable: true });
  });

  it('says on the page of a Promise that its file cannot be read any more, and keeps the last good version', async () => {
    await promises.publishExample();
    const location = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: { name: 'promise', namespace: 'default' },
      spec: { type: 'file', target: '/trusted/promise.yaml' },
    };
    const message =
      'Error: YAML error at file:/trusted/promise.yaml, YAMLParseError: bad indentation at line 3';
    promises.catalog.put({
      ...location,
      ...{
        status: {
          items: [
            {
              type: 'backstage.io/catalog-processing',
              level: 'error',
              message,
            },
          ],
        },
      },
    });
    await until(async () => (await page()).findings.length > 0);
    expect(await page()).toMatchObject({
      orderable: true,
      availability: { state: 'Available' },
      findings: [
        { severity: 'warning', message: expect.stringContaining(message) },
      ],
    });
    promises.catalog.put(location);
    await untilEqual(async () => (await page()).findings, []);
  });

  it('takes nothing from a location that is not trusted', async () => {
    await promises.publishEntity(
      stateStoreEntity({ location: 'url:https://evil.example.com/store.yaml' }),
    );
    await promises.publishEntity(
      destinationEntity('dev', {
        location: 'url:https://evil.example.com/d.yaml',
      }),
    );
    await promises.publish(promiseDocument(), { location: 'file:/trusted' });
    await until(async () => (await stateOf()) === 'Untrusted');
    expect((await page()).availability.message).toContain('file:/trusted');
    await untilEqual(
      async () =>
        (
          await promises.call('get', '/v1/destinations')
        ).body.items.map(
          (each: { state: string; stateStore: { state: string } }) => [
            each.state,
            each.stateStore.state,
          ],
        ),
      [['Untrusted', 'Untrusted']],
    );
  });

  it('gives a name that became free to the Promise that was refused', async () => {
    await promises.publishExample();
    await promises.publish(promiseDocument(), { namespace: 'second' });
    await until(async () =>
      (
        await promises.call('get', '/v1/promises')
      ).body.items.some(
        (each: { availability: { state: string } }) =>
          each.availability.state === 'Refused',
      ),
    );
    promises.catalog.remove('promise:default/db');
    await until(
      async () =>
        (await page()).entityRef === 'promise:second/db' &&
        (await stateOf()) === 'Available',
    );
    expect(await page()).toMatchObject({ orderable: true });
  });

  it('says which definitions are missing', async () => {
    const kept = await promises.sendDefinition(promiseDocument());
    const { body } = await promises
      .call('post', '/v1/definitions/missing', 'plugin:catalog')
      .send({ hashes: [kept, '0'.repeat(64)] })
      .expect(200);
    expect(body).toEqual({ missing: ['0'.repeat(64)] });
    await promises
      .call('post', '/v1/definitions/missing')
      .send({ hashes: [] })
      .expect(403);
  });
});
