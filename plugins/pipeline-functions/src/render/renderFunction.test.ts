import type { JsonObject } from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';
import { FunctionError } from '../pipelineFunction';
import { renderExample } from './renderExample';
import { renderFunction } from './renderFunction';

const object: JsonObject = {
  apiVersion: 'platform.example/v1',
  kind: 'Namespace',
  metadata: { name: 'shop', namespace: 'default' },
  spec: {
    environment: 'dev',
    labels: { team: 'web' },
    quota: { pods: 10 },
    admins: ['alice', 'bob'],
    ports: { http: 80, admin: 9000 },
  },
};

function render(
  options: unknown,
  overrides: { metadata?: Map<string, Uint8Array>; limits?: object } = {},
) {
  const log: string[] = [];
  const { output, metadata } = renderFunction.run({
    object,
    environment: {
      KRATIX_PROMISE_NAME: 'namespace',
      OPTIONS: typeof options === 'string' ? options : stringify(options),
    },
    arguments: [],
    output: new Map(),
    metadata: overrides.metadata ?? new Map(),
    facts: {},
    now: '2026-01-01T00:00:00.000Z',
    limits: { outputBytes: 10_000, outputFiles: 5, ...overrides.limits },
    log: line => log.push(line),
  });
  const text = (files: ReadonlyMap<string, Uint8Array>) =>
    Object.fromEntries(
      [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
    );
  return { output: text(output), metadata: text(metadata), log };
}

const file = (content: unknown, more: object = {}) => ({
  files: [{ path: 'a.yaml', content, ...more }],
});

describe('render', () => {
  it('should do what its example shows', () => {
    expect(render(renderExample)).toEqual({
      output: {
        'namespace.yaml':
          'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    team: web\n',
        'quota.yaml':
          'apiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: quota\n  namespace: shop\nspec:\n  hard:\n    pods: 10\n',
        'admins/alice.yaml': 'admin: alice\n',
        'admins/bob.yaml': 'admin: bob\n',
      },
      metadata: {
        'destination-selectors.yaml': '- matchLabels:\n    environment: dev\n',
        'status.yaml': 'message: Namespace shop is written\nnamespace: shop\n',
      },
      log: expect.arrayContaining(['wrote admins/bob.yaml (11 bytes)']),
    });
  });

  it.each([
    ['a whole expression keeps its type', '${{ spec.quota }}', 'pods: 10\n'],
    [
      'text is joined',
      'n: ${{ spec.quota.pods }}/${{ metadata.name }}\n',
      'n: 10/shop\n',
    ],
    [
      'text without expressions stays as it is',
      'a: $b ${c} {{ d }}\n',
      'a: $b ${c} {{ d }}\n',
    ],
    ['integers stay integers', { n: '${{ spec.quota.pods + 1 }}' }, 'n: 11\n'],
    [
      'booleans stay booleans',
      { b: '${{ spec.quota.pods > 1 }}' },
      'b: true\n',
    ],
    [
      'keys may hold expressions',
      { '${{ metadata.name }}-x': 1 },
      'shop-x: 1\n',
    ],
    ['lists become documents', [{ a: 1 }, { b: 2 }], 'a: 1\n---\nb: 2\n'],
    ['the Promise is known', '${{ promise.name }}', 'namespace'],
  ])('renders: %s', (_, content, expected) => {
    expect(render(file(content)).output).toEqual({ 'a.yaml': expected });
  });

  it.each([
    ['true', { when: 'spec.environment == "dev"' }, ['a.yaml']],
    ['false', { when: 'spec.environment == "prod"' }, []],
    [
      'a loop over a map',
      {
        path: '${{ port.key }}.yaml',
        forEach: { in: 'spec.ports', as: 'port' },
        content: 'port ${{ port.value }}',
      },
      ['http.yaml', 'admin.yaml'],
    ],
    [
      'a condition in a loop',
      {
        path: '${{ a }}',
        forEach: { in: 'spec.admins', as: 'a' },
        when: 'a != "bob"',
      },
      ['alice'],
    ],
  ])('chooses files: %s', (_, more, paths) => {
    expect(Object.keys(render(file('x', more)).output)).toEqual(paths);
  });

  it('should add to what containers before wrote into metadata', () => {
    const metadata = new Map([
      ['status.yaml', Buffer.from('message: before\nkept: 1\n')],
      ['destination-selectors.yaml', Buffer.from('- matchLabels:\n    a: b\n')],
    ]);
    expect(
      render(
        {
          status: { message: 'now' },
          destinationSelectors: [{ directory: 'x', matchLabels: { c: 'd' } }],
        },
        { metadata },
      ).metadata,
    ).toEqual({
      'status.yaml': 'message: now\nkept: 1\n',
      'destination-selectors.yaml':
        '- matchLabels:\n    a: b\n- directory: x\n  matchLabels:\n    c: d\n',
    });
  });

  it.each([
    ['no options', '', /OPTIONS: the container has no environment variable/],
    ['not YAML', 'a: [', /OPTIONS: is not YAML/],
    ['a list', '- a', /must be a YAML mapping/],
    ['an unknown option', { fils: [] }, /fils: is not an option of render/],
    ['a file without path', { files: [{ content: 'x' }] }, /files\[0\]\.path/],
    [
      'no such field',
      file('${{ spec.nothing }}'),
      /OPTIONS\.files\[0\]\.content/,
    ],
    ['not CEL', file('${{ 1 + }}'), /OPTIONS\.files\[0\]\.content/],
    [
      'an expression that never ends',
      file('${{ spec.a'),
      /OPTIONS\.files\[0\]\.content/,
    ],
    ['the process', file('${{ process.env }}'), /OPTIONS\.files\[0\]\.content/],
    [
      'a constructor',
      file('${{ spec.constructor.constructor }}'),
      /OPTIONS\.files\[0\]\.content/,
    ],
    [
      'the prototype',
      file('${{ spec.__proto__ }}'),
      /OPTIONS\.files\[0\]\.content/,
    ],
    [
      'upwards',
      { files: [{ path: '../a', content: 'x' }] },
      /leads out of the output folder/,
    ],
    [
      'upwards by expression',
      { files: [{ path: '${{ ".." }}/a', content: 'x' }] },
      /leads out/,
    ],
    [
      'absolute',
      { files: [{ path: '/etc/passwd', content: 'x' }] },
      /is absolute/,
    ],
    [
      'an empty part',
      { files: [{ path: 'a//b', content: 'x' }] },
      /has an empty part/,
    ],
    [
      'a path twice',
      {
        files: [
          { path: 'a', content: 'x' },
          { path: 'a', content: 'y' },
        ],
      },
      /is written twice/,
    ],
    [
      'a loop with one path',
      file('x', { forEach: { in: 'spec.admins', as: 'a' } }),
      /is written twice/,
    ],
    [
      'a loop over a number',
      file('x', { forEach: { in: 'spec.quota.pods', as: 'a' } }),
      /must give a list or a map/,
    ],
    [
      'a loop over a known name',
      file('x', { forEach: { in: 'spec.admins', as: 'spec' } }),
      /is a variable already/,
    ],
    [
      'a condition that is text',
      file('x', { when: '"yes"' }),
      /must give true or false/,
    ],
    [
      'a path that is a map',
      { files: [{ path: '${{ spec.labels }}', content: 'x' }] },
      /must become text/,
    ],
    ['content that is a number', file(5), /must be text, an object/],
    ['too many bytes', file('x'.repeat(20_000)), /larger than 10000 bytes/],
    [
      'too many files',
      {
        files: [
          {
            path: '${{ string(i) }}',
            forEach: { in: '[1,2,3,4,5,6]', as: 'i' },
            content: 'x',
          },
        ],
      },
      /5 files/,
    ],
  ])('refuses %s', (_, options, message) => {
    let thrown: unknown;
    try {
      render(options);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FunctionError);
    expect((thrown as FunctionError).message).toMatch(message);
  });
});
