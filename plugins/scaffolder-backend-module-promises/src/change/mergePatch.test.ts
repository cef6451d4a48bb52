import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { changedBody } from './changedBody';
import { mergePatch } from './mergePatch';

const json = fc.jsonValue({ noUnicodeString: true }) as fc.Arbitrary<never>;

describe('mergePatch', () => {
  // The examples of RFC 7396, appendix A.
  it.each<[unknown, unknown, unknown]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('merges %j with %j', (target, patch, result) => {
    expect(mergePatch(target as never, patch as never)).toEqual(result);
  });

  it('changes neither side, and twice is once', () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const before = JSON.stringify([target, patch]);
        const once = mergePatch(target, patch);
        expect(JSON.stringify([target, patch])).toBe(before);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  it('sets keys that objects have by birth', () => {
    const patch = JSON.parse('{"__proto__": {"a": 1}, "toString": 2}');
    const merged = mergePatch({}, patch) as JsonObject;
    expect(Object.keys(merged)).toEqual(['__proto__', 'toString']);
    expect(({} as JsonObject).a).toBeUndefined();
  });
});

describe('changedBody', () => {
  const request = {
    spec: { size: 'small', replicas: 2 },
    labels: { team: 'web' },
    annotations: { a: '1' },
  };

  it('changes only what is given', () => {
    expect(
      changedBody(request, {
        strategy: 'merge',
        spec: { replicas: 3 },
        labels: { tier: 'db' },
        key: 'k',
      }),
    ).toEqual({
      spec: { size: 'small', replicas: 3 },
      metadata: {
        labels: { team: 'web', tier: 'db' },
        annotations: { a: '1', 'promissory.io/change-key': 'k' },
      },
    });
  });

  it.each([
    [{ size: 'large' }, { size: 'large' }],
    [undefined, request.spec],
  ])('replaces the spec with %j', (spec, expected) => {
    const change = { strategy: 'replace' as const, spec, key: 'k' };
    expect(changedBody(request, change).spec).toEqual(expected);
  });
});
