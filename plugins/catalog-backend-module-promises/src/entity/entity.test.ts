import type { Entity } from '@backstage/catalog-model';
import { parsePromise } from '@promissory/plugin-promises-common';
import fc from 'fast-check';
import { promiseDocument } from '../__testUtils__/documents';
import { findRelations } from './findRelations';
import { assertReadable, isKratixEntity } from './kratixEntity';
import { toDocument } from './toDocument';
import { toPlainEntity } from './toPlainEntity';
import { toPromiseEntity } from './toPromiseEntity';
import { withoutCaseCollisions } from './withoutCaseCollisions';

function entity(change: Record<string, unknown>): Entity {
  return { ...promiseDocument('redis'), ...change } as unknown as Entity;
}

describe('assertReadable', () => {
  it.each([
    [{}],
    [{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component', spec: 1 }],
    [{ metadata: { name: 'redis', namespace: 'default' } }],
  ])('takes %j', change => {
    expect(() => assertReadable(entity(change))).not.toThrow();
  });

  it.each([
    [
      { apiVersion: 'platform.kratix.io/v1' },
      'Promise redis of platform.kratix.io/v1 is not known: the catalog takes Promise, Destination',
    ],
    [{ kind: 'PromiseRelease' }, 'PromiseRelease redis of'],
    [
      { metadata: { name: 'redis', namespace: 'team' } },
      'must not be in the namespace team: Promise is cluster scoped',
    ],
    [{ spec: undefined }, 'Promise redis cannot be read: spec is missing'],
    [{ spec: [] }, 'Promise redis cannot be read: spec is no object'],
  ])('refuses %j', (change, message) => {
    expect(() => assertReadable(entity(change))).toThrow(message);
  });
});

describe('isKratixEntity', () => {
  it.each([
    ['Promise', 'platform.kratix.io/v1alpha1', true],
    ['BucketStateStore', 'platform.kratix.io/v1alpha1', true],
    ['Component', 'platform.kratix.io/v1alpha1', false],
    ['Promise', 'example.com/v1', false],
  ])('%s of %s: %s', (kind, apiVersion, expected) => {
    expect(isKratixEntity(entity({ kind, apiVersion }))).toBe(expected);
  });
});

describe('toDocument', () => {
  it('is what stands in the file', () => {
    const document = promiseDocument('redis', {
      metadata: { annotations: { own: 'x' } },
    });
    const read = {
      ...document,
      metadata: {
        name: 'redis',
        annotations: {
          own: 'x',
          'backstage.io/managed-by-location': 'file:/a',
          'backstage.io/managed-by-origin-location': 'file:/a',
        },
      },
      status: { status: 'Available' },
    };
    expect(toDocument(read as unknown as Entity)).toEqual(document);
  });

  it('has no annotations where only the catalog wrote some', () => {
    const read = entity({
      metadata: {
        name: 'redis',
        annotations: { 'backstage.io/managed-by-location': 'file:/a' },
      },
    });
    expect(toDocument(read)).toEqual(promiseDocument('redis'));
  });
});

describe('withoutCaseCollisions', () => {
  it('keeps the first of keys that differ in case only', () => {
    expect(
      withoutCaseCollisions({
        Key: 1,
        key: 2,
        list: [{ a: 1, A: 2, b: null }],
      }),
    ).toEqual({ Key: 1, list: [{ a: 1, b: null }] });
  });

  it('has nothing left to leave out after once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const once: unknown = withoutCaseCollisions(value as never);
        expect(withoutCaseCollisions(once as never)).toEqual(once);
      }),
    );
  });

  it('leaves nothing out where there are no such keys', () => {
    const keys = fc.constantFrom('a', 'b', 'c');
    const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.constant(null),
        fc.array(tie('tree')),
        fc.dictionary(keys, tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(tree, value => {
        expect(withoutCaseCollisions(value as never)).toEqual(value);
      }),
    );
  });
});

describe('toPromiseEntity', () => {
  function slim(metadata: Record<string, unknown>, spec = {}) {
    const document = promiseDocument('redis', { metadata, spec });
    return toPromiseEntity({
      entity: document as unknown as Entity,
      definition: parsePromise(document).definition!,
      hash: 'abc',
    });
  }

  it('carries nothing that is large or that the catalog refuses', () => {
    const result = slim(
      {
        uid: '1',
        managedFields: [],
        labels: { good: 'x', bad: 'no label!', Good: 'y' },
        annotations: {
          'promissory.io/documentation': 'x'.repeat(100_000),
          'promissory.io/example': 'size: small',
          'promissory.io/icon': 'cache',
          'promissory.io/links': '[{url: /docs}, {url: "https://example.com"}]',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
      },
      { dependencies: [{ a: 1, A: 2 }] },
    );
    expect(result.metadata).toEqual({
      name: 'redis',
      title: 'Redis',
      labels: { good: 'x' },
      annotations: {
        'promissory.io/icon': 'cache',
        'promissory.io/definition-sha256': 'abc',
      },
      links: [{ url: 'https://example.com' }],
    });
    expect(Object.keys(result.spec!)).toEqual(['api']);
  });

  it('does without an API', () => {
    expect(slim({}, { api: null }).spec).toEqual({});
  });
});

describe('toPlainEntity', () => {
  const destination = {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name: 'dev' },
    spec: { path: 'a', Path: 'b' },
    status: {},
  };

  it('keeps the spec and drops the status', () => {
    expect(toPlainEntity({ entity: destination, hash: 'abc' })).toEqual({
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Destination',
      metadata: {
        name: 'dev',
        annotations: { 'promissory.io/definition-sha256': 'abc' },
      },
      spec: { path: 'a' },
    });
  });

  it('refuses labels that the catalog cannot tell apart', () => {
    expect(() =>
      toPlainEntity({
        entity: {
          ...destination,
          metadata: { name: 'dev', labels: { Env: 'a', env: 'b' } },
        },
        hash: 'abc',
      }),
    ).toThrow('has the labels Env and env');
  });
});

describe('findRelations', () => {
  it.each([
    [{ owner: 'platform' }, ['ownedBy group:default/platform']],
    [{ owner: 'user:default/paula' }, ['ownedBy user:default/paula']],
    [{ owner: ':::' }, []],
    [{ owner: 7, requiredPromises: 'x' }, []],
    [
      { requiredPromises: [{ name: 'operator' }, { name: 'redis' }, null, {}] },
      ['dependsOn promise:default/operator'],
    ],
  ])('of a Promise with %j', (spec, expected) => {
    expect(
      findRelations(entity({ spec })).map(
        ({ type, target: { kind, namespace, name } }) =>
          `${type} ${kind}:${namespace}/${name}`,
      ),
    ).toEqual(expected);
  });
});
