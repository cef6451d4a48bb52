import { compileSchema } from '..';
import { causes } from '../testing/causes';
import { specSchema } from '../testing/specSchema';

describe('validate', () => {
  it.each([
    [
      'type',
      { a: { type: 'integer' } },
      { a: 'x' },
      ['spec.a FieldValueTypeInvalid'],
    ],
    [
      'whole numbers',
      { a: { type: 'integer' } },
      { a: 1.5 },
      ['spec.a FieldValueTypeInvalid'],
    ],
    ['numbers', { a: { type: 'number' } }, { a: 1 }, []],
    [
      'minimum',
      { a: { type: 'integer', minimum: 1 } },
      { a: 0 },
      ['spec.a FieldValueInvalid'],
    ],
    [
      'exclusive maximum',
      { a: { type: 'number', maximum: 1, exclusiveMaximum: true } },
      { a: 1 },
      ['spec.a FieldValueInvalid'],
    ],
    [
      'multipleOf',
      { a: { type: 'number', multipleOf: 0.5 } },
      { a: 0.7 },
      ['spec.a FieldValueInvalid'],
    ],
    [
      'enum',
      { a: { type: 'string', enum: ['x'] } },
      { a: 'y' },
      ['spec.a FieldValueNotSupported'],
    ],
    [
      'null and enum',
      { a: { type: 'string', nullable: true, enum: ['x'] } },
      { a: null },
      ['spec.a FieldValueNotSupported'],
    ],
    ['code points', { a: { type: 'string', maxLength: 2 } }, { a: '😀😀' }, []],
    [
      'maxLength',
      { a: { type: 'string', maxLength: 2 } },
      { a: 'abc' },
      ['spec.a FieldValueTooLong'],
    ],
    [
      'pattern',
      { a: { type: 'string', pattern: '^\\pL+$' } },
      { a: 'é1' },
      ['spec.a FieldValueInvalid'],
    ],
    [
      'unanchored pattern',
      { a: { type: 'string', pattern: 'b' } },
      { a: 'abc' },
      [],
    ],
    [
      'format',
      { a: { type: 'string', format: 'date' } },
      { a: '2023-02-29' },
      ['spec.a FieldValueTypeInvalid'],
    ],
    [
      'unknown format',
      { a: { type: 'string', format: 'quantity' } },
      { a: '?' },
      [],
    ],
    [
      'items',
      { a: { type: 'array', items: { type: 'string' } } },
      { a: ['x', 1] },
      ['spec.a[1] FieldValueTypeInvalid'],
    ],
    [
      'maxItems',
      { a: { type: 'array', maxItems: 1, items: { type: 'string' } } },
      { a: ['x', 'y'] },
      ['spec.a FieldValueTooMany'],
    ],
    [
      'sets',
      {
        a: {
          type: 'array',
          'x-kubernetes-list-type': 'set',
          items: { type: 'string' },
        },
      },
      { a: ['x', 'y', 'x', 'x'] },
      ['spec.a[2] FieldValueDuplicate'],
    ],
    [
      'list maps',
      {
        a: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['n'],
          items: { type: 'object', properties: { n: { type: 'string' } } },
        },
      },
      { a: [{ n: 'x' }, { n: 'y' }, { n: 'x' }] },
      ['spec.a[2] FieldValueDuplicate'],
    ],
    [
      'maps',
      { a: { type: 'object', additionalProperties: { type: 'integer' } } },
      { a: { k: 'x' } },
      ['spec.a.k FieldValueTypeInvalid'],
    ],
    [
      'int-or-string',
      { a: { 'x-kubernetes-int-or-string': true } },
      { a: 1.5 },
      ['spec.a FieldValueTypeInvalid'],
    ],
    [
      'embedded resources',
      {
        a: {
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          'x-kubernetes-preserve-unknown-fields': true,
        },
      },
      { a: { kind: 'Pod' } },
      ['spec.a.apiVersion FieldValueRequired'],
    ],
  ])('knows %s', (_name, properties, object, expected) => {
    expect(causes(specSchema(properties), { spec: object })).toEqual(expected);
  });

  it('requires', () => {
    const schema = specSchema({ a: { type: 'string' } }, { required: ['a'] });
    expect(causes(schema, { spec: {} })).toEqual(['spec.a FieldValueRequired']);
  });

  it.each([
    [{ anyOf: [{ required: ['a'] }, { required: ['b'] }] }, {}, 2],
    [
      { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
      { a: 'x', b: 'y' },
      1,
    ],
    [{ oneOf: [{ required: ['a'] }, { required: ['b'] }] }, { a: 'x' }, 0],
    [{ allOf: [{ required: ['a'] }] }, {}, 2],
    [{ not: { required: ['a'] } }, { a: 'x' }, 1],
  ])('judges %j on %j', (union, object, count) => {
    const schema = specSchema(
      { a: { type: 'string' }, b: { type: 'string' } },
      union,
    );
    const found = compileSchema(schema).validate({ spec: object });
    expect(found).toHaveLength(count);
  });

  it('checks names and labels of a resource that has metadata', () => {
    const schema = specSchema({});
    expect(causes(schema, { spec: {} })).toEqual([]);
    expect(
      causes(schema, { metadata: { name: 'A', labels: { 'a b': 'c d' } } }),
    ).toEqual([
      'metadata.labels.a b FieldValueInvalid',
      'metadata.labels.a b FieldValueInvalid',
      'metadata.name FieldValueInvalid',
    ]);
  });

  it('says in words what is wrong', () => {
    const schema = specSchema({ a: { type: 'integer', maximum: 3 } });
    expect(compileSchema(schema).validate({ spec: { a: 4 } })).toEqual([
      {
        path: 'spec.a',
        reason: 'FieldValueInvalid',
        message: 'must be at most 3',
      },
    ]);
  });

  it('lets through on a change what was wrong before and is the same', () => {
    const schema = specSchema({
      a: { type: 'integer', minimum: 1 },
      b: { type: 'integer' },
    });
    const old = { spec: { a: 0, b: 1 } };
    expect(causes(schema, { spec: { a: 0, b: 2 } }, old)).toEqual([]);
    expect(causes(schema, { spec: { a: -1, b: 1 } }, old)).toHaveLength(1);
  });
});
