import { setTimeout as sleep } from 'node:timers/promises';
import { hashDefinition } from '@promissory/plugin-promises-common';
import { promiseDocument, promiseEntity } from '../__testUtils__/fixtures';
import { describePromise } from './describePromise';
import { isTrustedLocation } from './isTrustedLocation';
import { KeyedTasks } from './KeyedTasks';
import { planComparison } from './planComparison';
import { readEntity, type EntityFacts } from './readEntity';
import type { RegisteredEntity } from './RegistryStore';

describe('isTrustedLocation', () => {
  it.each([
    [['file:/a/p.yaml'], 'file:/a/p.yaml', true],
    [['file:/a/*'], 'file:/a/b/p.yaml', true],
    [['file:/a/*'], 'file:/ab/p.yaml', false],
    [
      ['url:https://example.com/org/*'],
      'url:https://example.com.evil/org/x',
      false,
    ],
    [[], 'file:/a/p.yaml', false],
    [['*'], undefined, false],
  ])('%j, %s: %s', (patterns, location, expected) => {
    expect(isTrustedLocation(patterns, location)).toBe(expected);
  });
});

describe('KeyedTasks', () => {
  it('runs the latest of each key, one at a time for a key and a few keys at once', async () => {
    const done: string[] = [];
    const running = new Set<string>();
    let most = 0;
    const tasks = KeyedTasks.create<number>({
      concurrency: 2,
      task: async (key, latest) => {
        expect(running.has(key)).toBe(false);
        running.add(key);
        most = Math.max(most, running.size);
        await sleep(5);
        running.delete(key);
        done.push(`${key}${latest}`);
      },
    });
    for (let n = 0; n < 10; n += 1) for (const key of 'abc') tasks.add(key, n);
    while (!(running.size === 0 && done.length >= 5)) await sleep(5);
    expect(done.sort()).toEqual(['a0', 'a9', 'b0', 'b9', 'c9']);
    expect(most).toBe(2);
    await tasks.stop();
    tasks.add('a', 11);
    await sleep(20);
    expect(done).toHaveLength(5);
  });
});

describe('planComparison', () => {
  const seen = (more: Partial<EntityFacts> = {}): EntityFacts => ({
    entityRef: 'promise:default/a',
    kind: 'Promise',
    name: 'a',
    definitionSha256: 'x',
    etag: 'e1',
    ...more,
  });
  const row = (more: Partial<RegisteredEntity> = {}): RegisteredEntity => ({
    entityRef: 'promise:default/a',
    kind: 'Promise',
    present: true,
    definitionSha256: 'x',
    ...more,
  });
  const versions = new Map([['promise:default/a', 'e1']]);

  it.each([
    ['nothing for what is as it was', seen(), row(), versions, []],
    ['what is new', seen(), undefined, versions, ['promise:default/a']],
    [
      'what changed',
      seen({ etag: 'e2' }),
      row(),
      versions,
      ['promise:default/a'],
    ],
    [
      'what came back',
      seen(),
      row({ present: false }),
      versions,
      ['promise:default/a'],
    ],
    [
      'another definition',
      seen(),
      row({ definitionSha256: 'y' }),
      versions,
      ['promise:default/a'],
    ],
    [
      'everything after a restart',
      seen(),
      row(),
      new Map(),
      ['promise:default/a'],
    ],
    [
      'what cannot be read any more',
      seen({ fault: 'YAML error' }),
      row(),
      versions,
      ['promise:default/a'],
    ],
    [
      'nothing for a fault that is known',
      seen({ fault: 'YAML error' }),
      row(),
      new Map([['promise:default/a', 'e1 YAML error']]),
      [],
    ],
    [
      'what can be read again',
      seen(),
      row(),
      new Map([['promise:default/a', 'e1 YAML error']]),
      ['promise:default/a'],
    ],
    [
      'what has no etag',
      seen({ etag: undefined }),
      row(),
      versions,
      ['promise:default/a'],
    ],
  ])('registers %s', (_, entity, registered, known, expected) => {
    const plan = planComparison({
      seen: [entity],
      registered: registered ? [registered] : [],
      versions: known,
    });
    expect(plan).toEqual({ register: expected, gone: [] });
  });

  it('names what is gone, once', () => {
    const gone = row({ entityRef: 'promise:default/b' });
    const before = row({ entityRef: 'promise:default/c', present: false });
    expect(
      planComparison({
        seen: [seen()],
        registered: [row(), gone, before],
        versions,
      }).gone,
    ).toEqual([gone]);
  });
});

describe('describePromise', () => {
  const describeIt = (document: ReturnType<typeof promiseDocument>) => {
    const entity = readEntity(promiseEntity(document));
    return describePromise({
      entity: entity!,
      definitionSha256: hashDefinition(document),
      document,
      trusted: true,
    });
  };

  it('has no findings for a good one', () => {
    expect(
      describeIt(
        promiseDocument({
          annotations: { 'promissory.io/example': 'size: small' },
        }),
      ),
    ).toMatchObject({
      entityRef: 'promise:default/db',
      ownerRef: 'group:default/platform',
      card: { category: 'Data' },
      findings: [],
    });
  });

  it('warns of an example that admission would refuse', () => {
    const { findings } =
      describeIt(
        promiseDocument({
          annotations: { 'promissory.io/example': 'size: tiny' },
        }),
      ) ?? {};
    expect(findings).toEqual([
      {
        severity: 'warning',
        path: 'metadata.annotations[promissory.io/example]',
        message: expect.stringContaining('spec.size'),
      },
    ]);
  });

  it('names the place of a schema that cannot be used', () => {
    const { findings } =
      describeIt(
        promiseDocument({
          spec: {
            type: 'object',
            properties: { a: { type: 'string', pattern: '(' } },
          },
        }),
      ) ?? {};
    expect(findings).toEqual([
      expect.objectContaining({
        severity: 'error',
        path: expect.stringMatching(
          /^spec\.api\.spec\.versions\[v1\]\.schema\.openAPIV3Schema\.properties\[spec\]/,
        ),
      }),
    ]);
  });

  it('is nothing for what is no Promise', () => {
    const entity = readEntity(promiseEntity(promiseDocument()));
    expect(
      describePromise({
        entity: entity!,
        definitionSha256: 'x',
        document: { kind: 'Other' },
        trusted: true,
      }),
    ).toBeUndefined();
  });
});
