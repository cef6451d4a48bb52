import { rm, writeFile } from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotModifiedError } from '@backstage/errors';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { promiseDocument, toYaml } from '../__testUtils__/documents';
import { eventually } from '../__testUtils__/eventually';
import { startCatalog } from '../__testUtils__/startCatalog';
import { FollowingEntityProvider } from '../provider/FollowingEntityProvider';
import { createLocationSource } from './createLocationSource';
import { parseFile } from './parseFile';
import { readLocations } from './readLocations';
import { UrlLocationReader } from './UrlLocationReader';

jest.setTimeout(60_000);

const store = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'GitStateStore',
  metadata: { name: 'default' },
  spec: { url: 'file:///platform.git' },
};

describe('promises.locations', () => {
  const directory = createMockDirectory();

  it('brings entities without a rule of the catalog, and follows their files', async () => {
    directory.setContent({
      'redis.yaml': toYaml(promiseDocument('redis'), store),
      'kafka.yaml': toYaml(promiseDocument('kafka')),
    });
    const target = directory.resolve('*.yaml');
    const catalog = await startCatalog({
      locations: [{ type: 'file', target }],
    });
    const names = async (kind: string) =>
      (await catalog.listEntities(kind)).map(({ metadata }) => metadata.name);
    const redis = await eventually(async () => {
      expect((await names('promise')).sort()).toEqual(['kafka', 'redis']);
      expect(await names('gitstatestore')).toEqual(['default']);
      return (await catalog.getEntity('promise', 'redis'))!;
    });
    expect(redis.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': `file:${directory.resolve(
        'redis.yaml',
      )}`,
      'backstage.io/managed-by-origin-location': `file:${target}`,
    });
    expect(catalog.definitions.size).toBe(2);

    await writeFile(
      directory.resolve('redis.yaml'),
      toYaml(
        promiseDocument('redis', {
          metadata: { annotations: { 'promissory.io/title': 'Cache' } },
        }),
      ),
    );
    await rm(directory.resolve('kafka.yaml'));
    await eventually(async () => {
      const [promise, ...more] = await catalog.listEntities('promise');
      expect(promise.metadata.title).toBe('Cache');
      expect(more).toEqual([]);
      expect(await names('gitstatestore')).toEqual([]);
    });
    await catalog.stop();
  });

  it('keeps what a file said before it broke, tells of it, and takes the others', async () => {
    directory.setContent({
      'redis.yaml': toYaml(promiseDocument('redis')),
    });
    const catalog = await startCatalog({
      locations: [{ type: 'file', target: directory.resolve('*.yaml') }],
    });
    await eventually(async () =>
      expect(await catalog.getEntity('promise', 'redis')).toBeDefined(),
    );
    directory.addContent({
      'redis.yaml': 'kind: Promise\n  spec: [\n',
      'kafka.yaml': toYaml(promiseDocument('kafka')),
    });
    const faultsOf = async () =>
      (await catalog.listEntities('location')).flatMap(each => {
        const { items = [] } = (each as { status?: { items?: object[] } })
          .status ?? { items: [] };
        return items;
      });
    await eventually(async () => {
      expect(await catalog.getEntity('promise', 'kafka')).toBeDefined();
      expect(await faultsOf()).toMatchObject([
        {
          level: 'error',
          message: expect.stringContaining(
            `file:${directory.resolve('redis.yaml')}: `,
          ),
        },
      ]);
    });
    expect(await catalog.getEntity('promise', 'redis')).toBeDefined();

    directory.addContent({ 'redis.yaml': toYaml(promiseDocument('redis')) });
    await eventually(async () => expect(await faultsOf()).toEqual([]));
    await catalog.stop();
  });

  it('takes nothing out of the catalog while a file that it has not read yet cannot be read', async () => {
    directory.setContent({
      'redis.yaml': 'no: [yaml',
      'kafka.yaml': toYaml(promiseDocument('kafka')),
    });
    const applyMutation = jest.fn<
      Promise<void>,
      Parameters<EntityProviderConnection['applyMutation']>
    >(async () => {});
    const provider = FollowingEntityProvider.create({
      name: 'test',
      subject: 'what the test names',
      events: mockServices.events.mock(),
      logger: mockServices.logger.mock(),
      pollMs: 20,
      client: createLocationSource({
        locations: [{ type: 'file', target: directory.resolve('*.yaml') }],
        urlReader: mockServices.urlReader.mock(),
        logger: mockServices.logger.mock(),
      }),
    });
    await provider.connect({ applyMutation, refresh: async () => {} });
    await eventually(() => expect(applyMutation).toHaveBeenCalled());
    expect(applyMutation.mock.calls[0][0]).toMatchObject({
      type: 'delta',
      added: [
        { entity: { kind: 'Location' } },
        { entity: { metadata: { name: 'kafka' } } },
      ],
      removed: [],
    });
    // Some looks later: nobody is told the same again.
    await new Promise(done => setTimeout(done, 200));
    expect(applyMutation).toHaveBeenCalledTimes(1);

    await rm(directory.resolve('kafka.yaml'));
    await eventually(() =>
      expect(applyMutation).toHaveBeenLastCalledWith(
        expect.objectContaining({
          type: 'delta',
          removed: [{ entityRef: 'promise:default/kafka' }],
        }),
      ),
    );
    directory.addContent({ 'redis.yaml': toYaml(promiseDocument('redis')) });
    await eventually(() =>
      expect(applyMutation).toHaveBeenLastCalledWith(
        expect.objectContaining({ type: 'full' }),
      ),
    );
    await provider.close();
  });
});

describe('parseFile', () => {
  const parse = (text: string) =>
    parseFile({ ref: 'file:/p.yaml', text }, 'file:/*.yaml');

  it.each<[string, string, RegExp]>([
    ['no YAML', 'a: [', /^file:\/p\.yaml: .* at line 1/],
    ['nothing', '\n---\n', /there is no document in it/],
    [
      'no object',
      'text',
      /document 1: Invalid input: expected object, received string/,
    ],
    [
      'no name',
      toYaml({ ...store, metadata: {} }),
      /document 1: metadata: name: /,
    ],
    [
      'another kind beside a good one',
      toYaml(store, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'x' },
      }),
      /document 2: ConfigMap x of v1 does not belong here/,
    ],
  ])('refuses a file with %s', (_, text, fault) => {
    expect(parse(text)).toEqual({ fault: expect.stringMatching(fault) });
  });
});

describe('readLocations', () => {
  it('resolves files', () => {
    const config = new ConfigReader({
      promises: {
        locations: [
          { type: 'file', target: '../../p/*.yaml' },
          { type: 'url', target: 'https://example.com/p.yaml' },
        ],
      },
    });
    expect(readLocations(config, '/repo/packages/backend')).toEqual([
      { type: 'file', target: '/repo/p/*.yaml' },
      { type: 'url', target: 'https://example.com/p.yaml' },
    ]);
  });

  it.each([
    [{ type: 'github', target: 'x' }, /promises\.locations\.0\.type: /],
    [{ type: 'file' }, /promises\.locations\.0\.target: /],
    [
      { type: 'file', target: 'x', rules: [] },
      /promises\.locations\.0: .*rules/,
    ],
  ])('refuses %j', (location, message) => {
    const config = new ConfigReader({ promises: { locations: [location] } });
    expect(() => readLocations(config, '/')).toThrow(message);
  });
});

describe('UrlLocationReader', () => {
  it('reads again after a while, and takes an etag for an answer', async () => {
    let time = 0;
    const search = jest.fn(async () => ({
      etag: 'one',
      files: [
        {
          url: 'https://example.com/p.yaml',
          content: async () => Buffer.from('text'),
        },
      ],
    }));
    const reader = UrlLocationReader.create({
      location: { type: 'url', target: 'https://example.com/*.yaml' },
      urlReader: mockServices.urlReader.mock({ search }),
      now: () => time,
    });
    expect(await reader.read()).toEqual({
      files: [{ ref: 'url:https://example.com/p.yaml', text: 'text' }],
      unreadable: new Map(),
    });
    expect(await reader.read()).toBeUndefined();
    expect(search).toHaveBeenCalledTimes(1);

    time = 200_000;
    search.mockRejectedValueOnce(new NotModifiedError());
    expect(await reader.read()).toBeUndefined();
    expect(search).toHaveBeenLastCalledWith('https://example.com/*.yaml', {
      etag: 'one',
    });

    time = 400_000;
    search.mockRejectedValueOnce(new Error('503'));
    await expect(reader.read()).rejects.toThrow('503');
    // Not asked again at once, and not well meanwhile.
    await expect(reader.read()).rejects.toThrow('503');
    time = 500_000;
    expect(await reader.read()).toBeDefined();
  });
});
