import fc from 'fast-check';
import { buildWorkloadGroups } from './buildWorkloadGroups';
import { checkOutput } from './checkOutput';
import { mergeStatus } from './mergeStatus';
import { parseDestinationSelectors } from './parseDestinationSelectors';
import { parseStatusFile } from './parseStatusFile';
import { parseWorkflowControl } from './parseWorkflowControl';
import { reconciliationInterval } from './reconciliationInterval';
import { squashSelectors } from './squashSelectors';
import { staticDependencies } from './staticDependencies';
import { promiseOf } from '../__testUtils__/promiseOf';

const bytes = (text: string) => Buffer.from(text);

describe('destination-selectors.yaml', () => {
  it.each<[string, string | undefined, unknown]>([
    ['absent', undefined, []],
    ['empty', '', []],
    [
      'JSON',
      '[{"matchLabels":{"env": "dev"}}]',
      [{ directory: '.', matchLabels: { env: 'dev' } }],
    ],
    [
      'scalars that become text',
      '- matchLabels:\n    pci: true\n    zone: 1\n',
      [{ directory: '.', matchLabels: { pci: 'true', zone: '1' } }],
    ],
    [
      'a cleaned directory and an unknown key',
      '- matchLabels: {a: b}\n  directory: foo/\n  why: not\n',
      [{ directory: 'foo', matchLabels: { a: 'b' } }],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(
      parseDestinationSelectors(text === undefined ? text : bytes(text)),
    ).toEqual(expected);
  });

  it.each([
    [
      'a mapping',
      'invalid-key: invalid-value',
      'invalid destination-selectors.yaml: error unmarshaling JSON',
    ],
    [
      'an entry without labels',
      '- matchLabels:\n    env: dev\n  directory: "bar"\n- matchLabels:\n  env: prod',
      'invalid destination-selectors.yaml: entry with index 1 has no selectors',
    ],
    [
      'a directory twice',
      '- matchLabels: {a: b}\n  directory: foo/\n- matchLabels: {a: c}\n  directory: foo\n',
      'duplicate entries in destination-selectors.yaml',
    ],
    [
      'the root twice',
      '- matchLabels: {a: b}\n- matchLabels: {a: c}\n',
      'duplicate entries in destination-selectors.yaml',
    ],
    [
      'a sub-directory',
      '- matchLabels: {a: b}\n  directory: foo/bar\n',
      'invalid directory in destination-selectors.yaml: foo/bar, sub-directories are not allowed',
    ],
    ['broken YAML', '- [', 'invalid destination-selectors.yaml'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseDestinationSelectors(bytes(text))).toThrow(message);
  });
});

describe('workflow-control.yaml', () => {
  it.each<[string, unknown]>([
    ['', { suspend: false }],
    ['suspend: true\nmessage: wait\n', { suspend: true, message: 'wait' }],
    [
      'retryAfter: 10m\nmessage: "ananas"\nsuspend: true',
      { suspend: true, message: 'ananas', retryAfterMs: 600_000 },
    ],
    [
      'retryAfter: 10s\nmaxAttempts: 3\n',
      { suspend: true, retryAfterMs: 10_000 },
    ],
    [
      'retryAfter: 10s\nreason: WaitingForRequests\n',
      { suspend: true, reason: 'WaitingForRequests', retryAfterMs: 10_000 },
    ],
    ['suspend: true\nreason: no word\n', { suspend: true }],
    ['suspend: true\nreason: [1]\n', { suspend: true }],
    ['retryAfter: ""\n', { suspend: false }],
  ])('reads %j', (text, expected) => {
    expect(parseWorkflowControl(bytes(text))).toEqual(expected);
  });

  it('refuses a bad duration in the words of Kratix', () => {
    expect(() => parseWorkflowControl(bytes('retryAfter: whale'))).toThrow(
      'failed to parse retry duration: "whale" with error:',
    );
  });
});

describe('status.yaml', () => {
  it('is YAML 1.1, where on and yes are booleans and times are text', () => {
    expect(
      parseStatusFile(bytes('on: yes\nsince: 2026-01-02\nat: 12:30\n')),
    ).toEqual({ true: true, since: '2026-01-02', at: '12:30' });
  });

  it.each([
    ['kratix: {foo: bar}', "'kratix' is a kratix managed status field"],
    ['- a', 'must be a mapping'],
    ['a: [', 'invalid status.yaml'],
  ])('refuses %j', (text, message) => {
    expect(() => parseStatusFile(bytes(text))).toThrow(message);
  });

  it('replaces whole keys and merges conditions by type', () => {
    const merged = mergeStatus(
      {
        fields: { message: 'Pending', extra: 'value', slices: ['A', 'B'] },
        conditions: [
          { type: 'Previous', status: 'False', reason: 'a', message: '' },
          { type: 'Other', status: 'False', reason: 'b', message: '' },
        ],
      },
      {
        message: 'Resource requested',
        slices: ['C'],
        conditions: [{ type: 'Previous', status: 'True' }, 'no condition'],
      },
    );
    expect(merged).toEqual({
      fields: {
        message: 'Resource requested',
        extra: 'value',
        slices: ['C'],
      },
      conditions: [
        { type: 'Previous', status: 'True', reason: '', message: '' },
        { type: 'Other', status: 'False', reason: 'b', message: '' },
      ],
    });
  });
});

describe('workload groups', () => {
  const files = (...paths: string[]) =>
    paths.map(filepath => ({ filepath, sha256: `hash of ${filepath}` }));

  it('makes a group of each named directory and one of the rest', () => {
    const groups = buildWorkloadGroups({
      type: 'resource',
      workloads: files(
        'foo/bar/a.yaml',
        'configmap.yaml',
        'baz/b.yaml',
        'foo/baz/c.yaml',
      ),
      selectors: [
        { directory: '.', matchLabels: { environment: 'production' } },
        { directory: 'baz', matchLabels: { environment: 'staging' } },
      ],
      promiseSelectors: [
        { matchLabels: { environment: 'dev' } },
        { matchLabels: { environment: 'prod', pci: 'false' } },
      ],
    });
    expect(groups).toEqual([
      {
        id: '73feffa4b7f6bb68e44cf984c85f6e88',
        directory: 'baz',
        selectors: [
          {
            matchLabels: { environment: 'staging' },
            source: 'resource-workflow',
          },
        ],
        workloads: files('baz/b.yaml'),
      },
      {
        id: '5058f1af8388633f609cadb75a75dc9d',
        directory: '.',
        selectors: [
          {
            matchLabels: { environment: 'production' },
            source: 'resource-workflow',
          },
          {
            matchLabels: { environment: 'dev', pci: 'false' },
            source: 'promise',
          },
        ],
        workloads: files('configmap.yaml', 'foo/bar/a.yaml', 'foo/baz/c.yaml'),
      },
    ]);
  });

  it('makes none of nothing', () => {
    expect(
      buildWorkloadGroups({
        type: 'promise',
        workloads: [],
        selectors: [],
        promiseSelectors: [{ matchLabels: { a: 'b' } }],
      }),
    ).toEqual([]);
  });

  it('refuses a directory that is not there', () => {
    expect(() =>
      buildWorkloadGroups({
        type: 'resource',
        workloads: files('a.yaml'),
        selectors: [{ directory: 'nope', matchLabels: { a: 'b' } }],
        promiseSelectors: [],
      }),
    ).toThrow('no such file or directory');
  });

  it('puts every file into exactly one group', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc
            .array(fc.constantFrom('a', 'b', 'c', 'd'), {
              minLength: 1,
              maxLength: 3,
            })
            .map(parts => `${parts.join('/')}.yaml`),
        ),
        fc.subarray(['a', 'b', 'c']),
        (paths, directories) => {
          const named = directories.filter(directory =>
            paths.some(path => path.startsWith(`${directory}/`)),
          );
          const groups = buildWorkloadGroups({
            type: 'resource',
            workloads: files(...paths),
            selectors: named.map(directory => ({
              directory,
              matchLabels: { in: directory },
            })),
            promiseSelectors: [],
          });
          const placed = groups.flatMap(group =>
            group.workloads.map(({ filepath }) => filepath),
          );
          expect([...placed].sort()).toEqual([...paths].sort());
        },
      ),
    );
  });

  it('squashes selectors so that the first entry wins', () => {
    expect(
      squashSelectors([
        { matchLabels: { environment: 'dev' } },
        { matchLabels: { environment: 'prod', pci: 'false' } },
        { matchLabels: { pci: 'true', secure: 'false' } },
      ]),
    ).toEqual({ environment: 'dev', pci: 'false', secure: 'false' });
  });
});

describe('output', () => {
  it.each([
    '../a',
    '/a',
    'a/../../b',
    '.git/config',
    'a//b',
    'a\0b',
    '',
    'A/.GIT/x',
  ])('refuses %j', path => {
    expect(() => checkOutput([path])).toThrow('cannot be delivered');
  });
  it.each(['a.yaml', 'deep/er/ä b.yaml', '.hidden'])('takes %j', path => {
    expect(() => checkOutput([path])).not.toThrow();
  });
});

describe('reconciliation interval', () => {
  it.each<[string | undefined, string | undefined, number]>([
    [undefined, undefined, 1],
    [undefined, '3m', 180_000],
    ['not-a-duration', '3m', 180_000],
    ['30s', '3m', 180_000],
    ['2h', '3m', 7_200_000],
    [undefined, '10s', 1],
  ])('annotation %s, spec %s', (annotation, spec, expected) => {
    const definition = promiseOf();
    expect(
      reconciliationInterval(
        {
          ...definition,
          metadata: {
            ...definition.metadata,
            annotations: annotation
              ? { 'kratix.io/reconciliation-interval': annotation }
              : {},
          },
          spec: {
            ...definition.spec,
            workflows: { config: { reconciliationInterval: spec } },
          },
        },
        1,
      ),
    ).toBe(expected);
  });
});

describe('static dependencies', () => {
  it('are one file of documents with sorted keys', () => {
    expect(
      staticDependencies(
        promiseOf({
          dependencies: [
            { kind: 'A', apiVersion: 'v1', list: [{ b: 1, a: 'yes' }] },
            { kind: 'B' },
          ],
        }),
      ),
    ).toEqual({
      filepath: 'static/database-dependencies.yaml',
      content:
        'apiVersion: v1\nkind: A\nlist:\n- a: "yes"\n  b: 1\n---\nkind: B\n',
    });
  });
  it('are absent where there are none', () => {
    expect(staticDependencies(promiseOf())).toBeUndefined();
  });
});
