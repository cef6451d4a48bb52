import fc from 'fast-check';
import type { StructuralSchema } from '../../schema';
import { compileForm, minimalObject } from '..';
import type { FormNode } from '../types';
import { decideWidget } from './decideWidget';
import { readPatternChoices } from './readPatternChoices';

const spec: StructuralSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    size: { type: 'integer', minimum: 1, maximum: 10, default: 1 },
    name: { type: 'string', maxLength: 63, pattern: '^[a-z]+$' },
    podSecurityLevel: { type: 'string', pattern: '^(baseline|restricted)$' },
    adminPassword: { type: 'string' },
    hosts: {
      type: 'array',
      maxItems: 3,
      'x-kubernetes-list-type': 'set',
      items: { type: 'string', format: 'hostname' },
    },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    backup: {
      type: 'object',
      title: 'Backups',
      description: 'When and where.',
      required: ['schedule'],
      properties: {
        keep: { type: 'integer', exclusiveMinimum: true, minimum: 0 },
        schedule: { type: 'string' },
      },
    },
    port: { 'x-kubernetes-int-or-string': true },
    values: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    on: { type: 'boolean', nullable: true },
  },
};

const byKey = (nodes: readonly FormNode[], key: string) =>
  nodes.find(node => node.key === key)!;

describe('compileForm', () => {
  it('spares people a pattern that the description says in words', () => {
    const pattern = '^[1-9][0-9]*(Mi|Gi)$';
    const memory = (description?: string) =>
      compileForm({
        type: 'object',
        properties: { memory: { type: 'string', pattern, description } },
      }).root.children()[0].limits;
    expect(memory()).toEqual([`matches ${pattern}`]);
    expect(memory('For example 8Gi.')).toEqual([]);
  });

  const { root } = compileForm(spec, { title: 'Database' });
  const children = root.children();

  it('draws required fields first, others as they are written', () => {
    expect(root.title).toBe('Database');
    expect(children.map(({ key }) => key)).toEqual([
      'name',
      'size',
      'podSecurityLevel',
      'adminPassword',
      'hosts',
      'labels',
      'backup',
      'port',
      'values',
      'on',
    ]);
  });

  it.each([
    ['size', 'Size', ['1 to 10'], { kind: 'number', integer: true }],
    [
      'podSecurityLevel',
      'Pod security level',
      [],
      { kind: 'choice', options: ['baseline', 'restricted'] },
    ],
    [
      'adminPassword',
      'Admin password',
      [],
      { kind: 'text', multiline: false, format: undefined, secret: true },
    ],
    [
      'name',
      'Name',
      ['at most 63 characters', 'matches ^[a-z]+$'],
      { kind: 'text', multiline: false, format: undefined, secret: false },
    ],
    ['hosts', 'Hosts', ['at most 3 items', 'no duplicates'], { kind: 'list' }],
    ['labels', 'Labels', [], { kind: 'map' }],
    ['backup', 'Backups', [], { kind: 'object' }],
    ['port', 'Port', [], { kind: 'int-or-string' }],
    [
      'values',
      'Values',
      [],
      { kind: 'yaml', reason: 'preserve-unknown-fields' },
    ],
    ['on', 'On', [], { kind: 'switch' }],
  ])('knows %s', (key, title, limits, widget) => {
    const node = byKey(children, key);
    expect(node.title).toBe(title);
    expect(node.limits).toEqual(limits);
    expect(node.widget).toEqual(widget);
  });

  it('knows items and values', () => {
    const host = byKey(children, 'hosts').item()!;
    expect([host.key, host.title, host.limits]).toEqual([
      '[]',
      'Host',
      ['a host name'],
    ]);
    expect(byKey(children, 'labels').item()).toMatchObject({
      key: '{}',
      title: 'Label',
    });
    expect(byKey(children, 'size').item()).toBeUndefined();
  });

  it('knows defaults, descriptions and what is below', () => {
    const backup = byKey(children, 'backup');
    expect(byKey(children, 'size').defaultValue).toBe(1);
    expect(backup.defaultValue).toBeUndefined();
    expect(backup.description).toBe('When and where.');
    expect(backup.children().map(({ key }) => key)).toEqual([
      'schedule',
      'keep',
    ]);
    expect(byKey(backup.children(), 'keep').limits).toEqual(['more than 0']);
  });

  it('compiles children once and only when they are asked for', () => {
    let asked = 0;
    const schema: StructuralSchema = {
      type: 'object',
      properties: {
        a: {
          type: 'object',
          get properties() {
            asked++;
            return { b: { type: 'string' as const } };
          },
        },
      },
    };
    const [a] = compileForm(schema).root.children();
    const before = asked;
    expect(a.children()).toBe(a.children());
    expect(asked).toBe(before + 1);
  });

  it.each([
    [{}, 'no-type'],
    [
      { 'x-kubernetes-preserve-unknown-fields': true },
      'preserve-unknown-fields',
    ],
    [
      { type: 'object', 'x-kubernetes-embedded-resource': true },
      'embedded-resource',
    ],
    [{ oneOf: [{ type: 'string' }, { type: 'object' }] }, 'union'],
    [{ type: 'array' }, 'no-type'],
  ] as Array<[StructuralSchema, string]>)(
    '%j is YAML: %s',
    (schema, reason) => {
      expect(decideWidget('a', schema, 1)).toEqual({ kind: 'yaml', reason });
    },
  );

  it('stops drawing where it gets too deep', () => {
    expect(decideWidget('a', { type: 'object' }, 41)).toEqual({
      kind: 'yaml',
      reason: 'nested-too-deep',
    });
    expect(decideWidget('a', { type: 'string' }, 41).kind).toBe('text');
  });

  it.each([
    ['^(a|b)$', ['a', 'b']],
    ['^(?:small|large-1)$', ['small', 'large-1']],
    ['^(v1\\.2|v1\\.3)$', ['v1.2', 'v1.3']],
    ['^a|b$', undefined],
    ['^(a|b+)$', undefined],
    ['^(a)$', undefined],
    ['(a|b)', undefined],
  ])('%s offers %j', (pattern, choices) => {
    expect(readPatternChoices(pattern)).toEqual(choices);
  });
});

describe('a form of any schema', () => {
  const leaf = fc.record(
    {
      type: fc.constantFrom<NonNullable<StructuralSchema['type']>>(
        'string',
        'integer',
        'number',
        'boolean',
      ),
      default: fc.jsonValue(),
      enum: fc.array(fc.jsonValue(), { maxLength: 2 }),
      pattern: fc.string(),
      minimum: fc.integer(),
      maxLength: fc.nat(),
    },
    { requiredKeys: [] },
  );
  const { schema } = fc.letrec<{ schema: StructuralSchema }>(tie => ({
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({
        type: fc.constant('object' as const),
        properties: fc.dictionary(fc.string(), tie('schema'), { maxKeys: 4 }),
      }),
      fc.record({ type: fc.constant('array' as const), items: tie('schema') }),
      fc.record({
        type: fc.constant('object' as const),
        additionalProperties: tie('schema'),
      }),
    ) as fc.Arbitrary<StructuralSchema>,
  }));

  function count(node: FormNode): number {
    const item = node.item();
    return (
      1 +
      node.children().reduce((sum, child) => sum + count(child), 0) +
      (item ? count(item) : 0)
    );
  }

  function expected(node: StructuralSchema): number {
    const below = [
      ...Object.values(node.properties ?? {}),
      ...(node.items ? [node.items] : []),
      ...(typeof node.additionalProperties === 'object'
        ? [node.additionalProperties]
        : []),
    ];
    return 1 + below.reduce((sum, child) => sum + expected(child), 0);
  }

  it('has a node for each field, and loses no keyword', () => {
    fc.assert(
      fc.property(schema, value => {
        const { root } = compileForm(value);
        expect(count(root)).toBe(expected(value));
        expect(root.schema).toBe(value);
      }),
    );
  });
});

describe('minimalObject', () => {
  it.each([
    [spec, { name: '' }],
    [
      {
        type: 'object',
        required: ['a', 'b', 'c', 'd', 'e', 'filled'],
        properties: {
          a: { type: 'integer', minimum: 3 },
          b: { type: 'string', minLength: 2 },
          c: {
            type: 'object',
            required: ['x'],
            properties: { x: { type: 'boolean' }, y: { type: 'string' } },
          },
          d: {
            type: 'array',
            minItems: 1,
            items: { type: 'string', enum: ['q'] },
          },
          e: { type: 'string', pattern: '^(s|l)$' },
          filled: { type: 'string', default: 'd' },
        },
      },
      { a: 3, b: 'xx', c: { x: false }, d: ['q'], e: 's' },
    ],
  ] as Array<[StructuralSchema, unknown]>)('of %#', (schema, expected) => {
    expect(minimalObject(schema)).toEqual(expected);
  });
});
