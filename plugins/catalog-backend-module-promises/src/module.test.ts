import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  ANNOTATION_DEFINITION_HASH,
  hashDefinition,
} from '@promissory/plugin-promises-common';
import { promiseDocument, toYaml } from './__testUtils__/documents';
import { eventually } from './__testUtils__/eventually';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

const destination = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Destination',
  metadata: {
    name: 'dev-cluster',
    labels: { environment: 'dev' },
    annotations: {
      'promissory.io/title': 'Development',
      'promissory.io/owner': 'group:default/platform',
    },
  },
  spec: {
    path: 'clusters/dev',
    stateStoreRef: { kind: 'GitStateStore', name: 'default' },
    cleanup: 'all',
  },
  status: { conditions: [] },
};
const stateStore = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'GitStateStore',
  metadata: { name: 'default' },
  spec: { url: 'file:///platform.git' },
};

describe('catalogModulePromises', () => {
  const directory = createMockDirectory();

  it('makes entities of unmodified Kratix documents', async () => {
    const promise = promiseDocument('redis', {
      metadata: {
        labels: { 'kratix.io/promise-version': 'v1.2.0' },
        annotations: {
          'promissory.io/title': 'Redis',
          'promissory.io/owner': 'platform',
          'promissory.io/tags': 'cache',
          'promissory.io/category': 'Data',
        },
      },
      spec: {
        ...promiseDocument('redis').spec!,
        destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
        requiredPromises: [{ name: 'operator', version: 'v1' }],
        dependencies: [{ Key: 1, key: 2, KEY: { a: 1, A: 2 } }],
      },
    });
    directory.setContent({
      'promise.yaml': toYaml({ ...promise, status: { status: 'Available' } }),
      'destination.yaml': toYaml(destination),
      'store.yaml': toYaml(stateStore),
    });
    const catalog = await startCatalog({
      targets: ['promise.yaml', 'destination.yaml', 'store.yaml'].map(file =>
        directory.resolve(file),
      ),
    });
    const hash = hashDefinition(promise);

    const entity = await eventually(async () => {
      const found = await catalog.getEntity('promise', 'redis');
      expect(found?.relations).toHaveLength(2);
      return found!;
    });
    expect(entity).toMatchObject({
      metadata: {
        title: 'Redis',
        tags: ['cache'],
        labels: { 'kratix.io/promise-version': 'v1.2.0' },
        annotations: { [ANNOTATION_DEFINITION_HASH]: hash },
      },
      relations: expect.arrayContaining([
        { type: 'ownedBy', targetRef: 'group:default/platform' },
        { type: 'dependsOn', targetRef: 'promise:default/operator' },
      ]),
    });
    expect(entity.spec).toEqual({
      type: 'Data',
      owner: 'group:default/platform',
      version: 'v1.2.0',
      api: {
        group: 'example.com',
        kind: 'Thing',
        plural: 'rediss',
        version: 'v1',
        versions: ['v1'],
      },
      requiredPromises: [{ name: 'operator', version: 'v1' }],
      destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
    });

    expect(catalog.definitions.get(hash)).toEqual(promise);
    expect(catalog.requests).toHaveLength(1);
    expect(catalog.requests[0].authorization).toMatch(/catalog.*promises/);

    const dev = await eventually(async () => {
      const found = await catalog.getEntity('destination', 'dev-cluster');
      expect(found?.relations).toHaveLength(2);
      return found!;
    });
    expect(dev.spec).toEqual(destination.spec);
    expect(dev.metadata.title).toBe('Development');
    expect(dev.metadata.labels).toEqual({ environment: 'dev' });
    expect(dev.relations).toContainEqual({
      type: 'dependsOn',
      targetRef: 'gitstatestore:default/default',
    });

    await eventually(() => {
      expect(catalog.events.map(event => event.entityRef).sort()).toEqual([
        'destination:default/dev-cluster',
        'gitstatestore:default/default',
        'promise:default/redis',
      ]);
    });
    expect(catalog.events.find(({ kind }) => kind === 'Promise')).toMatchObject(
      { hash },
    );
    await catalog.stop();
  });

  it('waits for a promises backend that is not ready yet', async () => {
    directory.setContent({ 'promise.yaml': toYaml(promiseDocument('late')) });
    const catalog = await startCatalog({
      targets: [directory.resolve('promise.yaml')],
      unavailable: 3,
    });
    await eventually(async () => {
      expect(await catalog.getEntity('promise', 'late')).toBeDefined();
    });
    expect(catalog.definitions.size).toBe(1);
    await catalog.stop();
  });

  it('takes a bad Promise, and refuses only what cannot be read', async () => {
    directory.setContent({
      'bad.yaml': toYaml(
        promiseDocument('bad', {
          spec: { api: { kind: 'Deployment' }, workflows: 'none' },
        }),
      ),
      'unreadable.yaml': toYaml({
        ...promiseDocument('unreadable'),
        spec: 'nothing',
      }),
      'nowhere.yaml': toYaml({ ...destination, spec: { path: 'a' } }),
      'good.yaml': toYaml(promiseDocument('good')),
    });
    const catalog = await startCatalog({
      targets: ['bad.yaml', 'unreadable.yaml', 'nowhere.yaml', 'good.yaml'].map(
        file => directory.resolve(file),
      ),
    });
    await eventually(async () => {
      expect(await catalog.getEntity('promise', 'bad')).toBeDefined();
      expect(await catalog.getEntity('promise', 'good')).toBeDefined();
    });
    expect(await catalog.getEntity('promise', 'unreadable')).toBeUndefined();
    expect(
      await catalog.getEntity('destination', 'dev-cluster'),
    ).toBeUndefined();
    expect(catalog.definitions.size).toBe(2);
    await catalog.stop();
  });

  it('sees an edit on disk', async () => {
    const file = directory.resolve('promise.yaml');
    const write = (title: string) =>
      directory.addContent({
        'promise.yaml': toYaml(
          promiseDocument('edited', {
            metadata: { annotations: { 'promissory.io/title': title } },
          }),
        ),
      });
    directory.clear();
    write('Before');
    const catalog = await startCatalog({ targets: [file], watch: true });
    await eventually(async () => {
      expect(
        (await catalog.getEntity('promise', 'edited'))?.metadata.title,
      ).toBe('Before');
    });

    const started = Date.now();
    write('After');
    await eventually(async () => {
      expect(
        (await catalog.getEntity('promise', 'edited'))?.metadata.title,
      ).toBe('After');
    });
    // An hour would be the catalog's own rhythm here; the processing poll takes up to a second.
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(
      catalog.events.filter(({ kind }) => kind === 'Promise'),
    ).toHaveLength(2);
    expect(catalog.definitions.size).toBe(2);
    await catalog.stop();
  });
});
