import fc from 'fast-check';
import { checkComment } from './checkComment';
import { checkMetadata } from './checkMetadata';
import { checkName, checkNamespace } from './checkName';
import { checkShape } from './checkShape';

describe('checkShape', () => {
  const deep = (levels: number) =>
    JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);

  it.each([
    ['nesting', { a: deep(100_000) }, /^spec\.a(\[0\])+$/, 'nested deeper'],
    [
      'prototypes',
      JSON.parse('{"a":{"__proto__":{}}}'),
      /^spec\.a\.__proto__$/,
      'no name',
    ],
    ['numbers', JSON.parse('{"a":[1e999]}'), /^spec\.a\[0\]$/, 'too large'],
  ])('refuses %s', (_, value, path, message) => {
    const errors = checkShape(value, 'spec');
    expect(errors).toHaveLength(1);
    expect(errors[0].path).toMatch(path);
    expect(errors[0].message).toContain(message);
  });

  it('refuses to round whole numbers', () => {
    expect(checkShape({ n: 2 ** 53 + 2 }, 'spec')).toMatchObject([
      { path: 'spec.n', message: expect.stringContaining('rounded') },
    ]);
    expect(
      checkShape({ a: 9007199254740991, b: 1e300, c: 0.1 }, 'spec'),
    ).toEqual([]);
  });

  it('takes any other JSON of sensible depth', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), value => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('__proto__') && !/\d{16}/.test(text));
        expect(checkShape(JSON.parse(text), 'spec')).toEqual([]);
      }),
    );
  });
});

describe('checkName', () => {
  it.each(['a', 'my-database', 'a.b-c.d', '1', 'a'.repeat(63)])(
    'takes %s',
    name => expect(checkName(name)).toEqual([]),
  );
  it.each([
    '',
    'A',
    '-a',
    'a-',
    'a_b',
    'a..b',
    '.a',
    'ä',
    'a/b',
    '../a',
    'a b',
    'a\n',
    'a'.repeat(64),
  ])('refuses %j', name =>
    expect(checkName(name)).toMatchObject([{ path: 'metadata.name' }]),
  );
  it.each(['a.b', 'A', 'kube_system', ''])('refuses %j as a namespace', name =>
    expect(checkNamespace(name)).toMatchObject([
      { path: 'metadata.namespace' },
    ]),
  );
});

describe('checkMetadata', () => {
  it('takes what Kubernetes takes', () => {
    expect(
      checkMetadata({
        labels: { team: 'web', 'example.com/Team_1': '', a: 'A.b_c-d' },
        annotations: { 'example.com/note': 'anything at all\n' },
      }),
    ).toEqual([]);
  });
  it.each([
    [{ labels: { 'bad key': 'x' } }, 'metadata.labels[bad key]'],
    [{ labels: { a: 'bad value' } }, 'metadata.labels[a]'],
    [{ labels: { a: '-x' } }, 'metadata.labels[a]'],
    [{ labels: { a: 'x'.repeat(64) } }, 'metadata.labels[a]'],
    [{ labels: { 'a/b/c': 'x' } }, 'metadata.labels[a/b/c]'],
    [
      { annotations: { 'UPPER.com/x': '' } },
      'metadata.annotations[UPPER.com/x]',
    ],
    [{ annotations: { '': '' } }, 'metadata.annotations[]'],
    [{ annotations: { a: 'x'.repeat(300_000) } }, 'metadata.annotations'],
  ])('refuses %j', (metadata, path) => {
    expect(checkMetadata(metadata as never)).toMatchObject([{ path }]);
  });
});

describe('checkComment', () => {
  it('refuses NUL', () => {
    expect(checkComment('a\u0000')).toMatchObject([{ path: 'comment' }]);
    expect(checkComment('fine')).toEqual([]);
    expect(checkComment(undefined)).toEqual([]);
  });
});
