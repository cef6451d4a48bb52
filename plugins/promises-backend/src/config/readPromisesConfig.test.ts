import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { readPromisesConfig } from './readPromisesConfig';

describe('readPromisesConfig', () => {
  it('has defaults for everything', () => {
    expect(readPromisesConfig(new ConfigReader({}))).toEqual({
      trustedLocations: [],
      namespaces: [{ pattern: 'default' }],
      functions: { images: [], threads: 2 },
      git: { create: false, placementsPerCommit: 200 },
      secrets: [],
      engine: { concurrency: 4 },
      children: { maximumDepth: 5, maximumChildren: 100 },
      limits: {
        requestBytes: 1048576,
        definitionBytes: 8388608,
        pipelineSeconds: 600,
        outputBytes: 33554432,
        outputFiles: 5000,
        logBytes: 4194304,
        generationsKept: 100,
      },
      events: {
        heartbeatSeconds: 15,
        bufferBytes: 1048576,
        maximumSeconds: 3600,
      },
      http: { validateResponses: false },
      catalog: {
        requestEntities: true,
        deliveredEntities: true,
        pagePath: '/promises',
      },
      retention: {
        runDays: 90,
        runsPerRequest: 50,
        logDays: 90,
        eventDays: 90,
        tombstoneDays: 30,
      },
      registry: { comparisonSeconds: 60 },
    });
  });

  it('trusts the locations of the catalog unless told otherwise', () => {
    const catalog = {
      locations: [
        { type: 'file', target: '../promise.yaml' },
        { type: 'url', target: 'https://example.com/p.yaml' },
      ],
    };
    expect(
      readPromisesConfig(new ConfigReader({ catalog })).trustedLocations,
    ).toEqual([
      `file:${resolve('../promise.yaml')}`,
      'url:https://example.com/p.yaml',
    ]);
    expect(
      readPromisesConfig(
        new ConfigReader({ catalog, promises: { trustedLocations: [] } }),
      ).trustedLocations,
    ).toEqual([]);
  });

  it.each([
    ['a misspelled key', { namespaces: [{ pattern: 'a', group: ['b'] }] }],
    [
      'a group that is no ref',
      { namespaces: [{ pattern: 'a', groups: ['b'] }] },
    ],
    ['an unknown limit', { limits: { logByte: 1 } }],
  ])('refuses %s', (_, promises) => {
    expect(() => readPromisesConfig(new ConfigReader({ promises }))).toThrow(
      /promises\.(namespaces\.0|limits)/,
    );
  });

  it('leaves keys of modules alone', () => {
    const promises = { catalog: { watch: true } };
    expect(() =>
      readPromisesConfig(new ConfigReader({ promises })),
    ).not.toThrow();
  });

  it('names every key that is wrong', () => {
    const config = new ConfigReader({
      promises: {
        namespaces: [{ pattern: '' }],
        engine: { concurrency: 0 },
        secrets: [{ name: 's', values: {} }],
      },
    });
    expect(() => readPromisesConfig(config)).toThrow(
      /promises\.namespaces\.0\.pattern: .*promises\.secrets\.0\.hosts: .*promises\.engine\.concurrency: /,
    );
  });
});
