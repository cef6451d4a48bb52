import fc from 'fast-check';
import { compileSchema, formatPath, InvalidSchemaError } from '.';
import type { JsonObject } from '../kratix';
import type { StructuralSchema } from './types';

const spec = (properties: Record<string, unknown>, more: object = {}) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties, ...more } },
});
const causes = (schema: unknown, object: JsonObject, oldObject?: JsonObject) =>
  compileSchema(schema)
    .validate(object, { oldObject })
    .map(({ path, reason }) => `${path} ${reason}`)
    .sort();

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
    expect(causes(spec(properties), { spec: object })).toEqual(expected);
  });

  it('requires', () => {
    const schema = spec({ a: { type: 'string' } }, { required: ['a'] });
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
    const schema = spec(
      { a: { type: 'string' }, b: { type: 'string' } },
      union,
    );
    const found = compileSchema(schema).validate({ spec: object });
    expect(found).toHaveLength(count);
  });

  it('checks names and labels of a resource that has metadata', () => {
    const schema = spec({});
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
    const schema = spec({ a: { type: 'integer', maximum: 3 } });
    expect(compileSchema(schema).validate({ spec: { a: 4 } })).toEqual([
      {
        path: 'spec.a',
        reason: 'FieldValueInvalid',
        message: 'must be at most 3',
      },
    ]);
  });

  it('lets through on a change what was wrong before and is the same', () => {
    const schema = spec({
      a: { type: 'integer', minimum: 1 },
      b: { type: 'integer' },
    });
    const old = { spec: { a: 0, b: 1 } };
    expect(causes(schema, { spec: { a: 0, b: 2 } }, old)).toEqual([]);
    expect(causes(schema, { spec: { a: -1, b: 1 } }, old)).toHaveLength(1);
  });
});

describe('rules', () => {
  const rules = (
    properties: Record<string, unknown>,
    ...list: Array<Record<string, unknown>>
  ) => spec(properties, { 'x-kubernetes-validations': list });

  it.each([
    [
      { rule: 'self.a > 0', message: ' positive ' },
      { a: 0 },
      'spec',
      'FieldValueInvalid',
      'positive',
    ],
    [
      { rule: 'self.a > 0' },
      { a: 0 },
      'spec',
      'FieldValueInvalid',
      'must satisfy self.a > 0',
    ],
    [
      {
        rule: 'self.a > 0',
        messageExpression: '"a is %d".format([self.a])',
        message: 'm',
      },
      { a: 0 },
      'spec',
      'FieldValueInvalid',
      'a is 0',
    ],
    [
      {
        rule: 'self.a > 0',
        fieldPath: '.a',
        reason: 'FieldValueForbidden',
        message: 'no',
      },
      { a: 0 },
      'spec.a',
      'FieldValueForbidden',
      'no',
    ],
    [
      { rule: 'self.m.k == "x"', fieldPath: ".m['k']", message: 'x' },
      { m: { k: 'y' } },
      'spec.m.k',
      'FieldValueInvalid',
      'x',
    ],
    [
      { rule: 'self.a > 0', message: 'm' },
      {},
      'spec',
      'FieldValueInvalid',
      'no such key: a evaluating rule: m',
    ],
  ])('%j on %j', (rule, object, path, reason, message) => {
    const schema = rules(
      {
        a: { type: 'integer' },
        m: { type: 'object', additionalProperties: { type: 'string' } },
      },
      rule,
    );
    expect(compileSchema(schema).validate({ spec: object })).toEqual([
      { path, reason, message },
    ]);
  });

  it('know the types of the schema', () => {
    const schema = rules(
      {
        n: { type: 'number' },
        d: { type: 'string', format: 'duration' },
        s: {
          type: 'array',
          'x-kubernetes-list-type': 'set',
          items: { type: 'string' },
        },
        in: { type: 'string', nullable: true },
      },
      { rule: 'type(self.n) == double' },
      { rule: 'self.d < duration("1h")' },
      { rule: 'self.s == ["b", "a"] && (self.s + ["a"]).size() == 2' },
      { rule: '!has(self.__in__)' },
    );
    const object = { n: 1, d: '3 minutes', s: ['a', 'b'], in: null };
    expect(causes(schema, { spec: object })).toEqual([]);
  });

  it('compare with what was there before', () => {
    const schema = spec({
      class: {
        type: 'string',
        'x-kubernetes-validations': [
          { rule: 'self == oldSelf', message: 'cannot be changed' },
        ],
      },
    });
    expect(causes(schema, { spec: { class: 'a' } })).toEqual([]);
    expect(
      causes(schema, { spec: { class: 'b' } }, { spec: { class: 'a' } }),
    ).toEqual(['spec.class FieldValueInvalid']);
    expect(causes(schema, { spec: { class: 'b' } }, { spec: {} })).toEqual([]);
  });

  it('are not checked on data that they could not trust, which is a remark only', () => {
    const schema = rules({ a: { type: 'integer' } }, { rule: 'self.a > 0' });
    const compiled = compileSchema(schema);
    expect(compiled.validate({ spec: { a: 'x' } })).toHaveLength(1);
    expect(compiled.violations({ spec: { a: 'x' } })).toHaveLength(2);
  });

  it('are bounded', () => {
    const schema = rules(
      { l: { type: 'array', items: { type: 'integer' } } },
      { rule: 'self.l.all(a, self.l.all(b, self.l.all(c, a + b + c > -1)))' },
    );
    const found = compileSchema(schema).validate({
      spec: { l: [...Array(300).keys()] },
    });
    expect(found[0].message).toContain('steps');
  });
});

describe('prune and applyDefaults', () => {
  const complete = (schema: unknown, object: JsonObject) => {
    const compiled = compileSchema(schema);
    return compiled.applyDefaults(compiled.prune(object)).spec;
  };

  it.each([
    [
      'what is not declared',
      { a: { type: 'string' } },
      { a: 'x', b: 1 },
      { a: 'x' },
    ],
    [
      'nothing below preserve-unknown-fields but inside of what is declared',
      {
        a: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
          properties: { k: { type: 'object' } },
        },
      },
      { a: { x: { y: 1 }, k: { y: 1 } } },
      { a: { x: { y: 1 }, k: {} } },
    ],
    [
      'objects below additionalProperties: true',
      { a: { type: 'object', additionalProperties: true } },
      { a: { k: { b: 1 }, l: 2 } },
      { a: { k: {}, l: 2 } },
    ],
    ['null that may not be', { a: { type: 'string' } }, { a: null }, {}],
    [
      'null that may be not',
      { a: { type: 'string', nullable: true, default: 'x' } },
      { a: null },
      { a: null },
    ],
  ])('remove %s', (_name, properties, object, expected) => {
    expect(complete(spec(properties), { spec: object })).toEqual(expected);
  });

  it.each([
    [{ a: { type: 'string', default: 'x' } }, {}, { a: 'x' }],
    [{ a: { type: 'string', default: 'x' } }, { a: null }, { a: 'x' }],
    [
      {
        o: {
          type: 'object',
          properties: { a: { type: 'string', default: 'x' } },
        },
      },
      {},
      {},
    ],
    [
      {
        o: {
          type: 'object',
          default: {},
          properties: { a: { type: 'string', default: 'x' } },
        },
      },
      {},
      { o: { a: 'x' } },
    ],
    [
      {
        l: {
          type: 'array',
          items: {
            type: 'object',
            properties: { a: { type: 'integer', default: 1 } },
          },
        },
      },
      { l: [{}, { a: 2 }] },
      { l: [{ a: 1 }, { a: 2 }] },
    ],
  ])('fill %j into %j', (properties, object, expected) => {
    expect(complete(spec(properties), { spec: object })).toEqual(expected);
  });

  it('keep apiVersion, kind and metadata of a resource, not of a value', () => {
    const object = { apiVersion: 'a/v1', kind: 'K', metadata: { name: 'n' } };
    const schema = { type: 'object' };
    expect(compileSchema(schema).prune(object)).toEqual(object);
    expect(compileSchema(schema, { root: 'value' }).prune(object)).toEqual({});
  });

  it('refuse metadata of another type', () => {
    const { prune } = compileSchema(spec({}));
    expect(() => prune({ metadata: { labels: { a: 1 } } })).toThrow(
      'metadata.labels.a must be text',
    );
  });
});

describe('any schema', () => {
  const { schema } = fc.letrec<{ schema: StructuralSchema }>(tie => ({
    schema: fc.oneof(
      { depthSize: 'small' },
      fc.record(
        {
          type: fc.constantFrom('string', 'integer', 'boolean'),
          nullable: fc.boolean(),
          default: fc.oneof(fc.string(), fc.integer()),
        },
        { requiredKeys: ['type'] },
      ),
      fc.record(
        {
          type: fc.constant('object'),
          properties: fc.dictionary(
            fc.constantFrom('a', 'b', 'c', '__proto__'),
            tie('schema'),
          ),
          'x-kubernetes-preserve-unknown-fields': fc.constant(true),
          default: fc.constant({}),
        },
        { requiredKeys: ['type', 'properties'] },
      ),
      fc.record({ type: fc.constant('array'), items: tie('schema') }),
      fc.record({
        type: fc.constant('object'),
        additionalProperties: tie('schema'),
      }),
    ) as fc.Arbitrary<StructuralSchema>,
  }));
  const value = fc.letrec(tie => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(null, 1, 1.5, 'x', true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom('a', 'b', 'c', 'd', '__proto__'),
        tie('value'),
      ),
    ),
  })).value;
  const root = schema.map(inner => ({
    type: 'object',
    properties: { spec: inner },
  }));

  it('prunes and defaults once and for all, and leaves its argument alone', () => {
    fc.assert(
      fc.property(root, value, (source, content) => {
        const compiled = compileSchema(source);
        const object = { spec: content };
        const before = JSON.stringify(object);
        const pruned = compiled.prune(object);
        const complete = compiled.applyDefaults(pruned);
        expect(compiled.prune(pruned)).toEqual(pruned);
        expect(compiled.applyDefaults(complete)).toEqual(complete);
        expect(JSON.stringify(object)).toBe(before);
      }),
    );
  });

  it('lets every unchanged object pass a change', () => {
    fc.assert(
      fc.property(root, value, (source, content) => {
        const compiled = compileSchema(source);
        const object = compiled.prune({ spec: content });
        const wrong = compiled
          .validate(object, { oldObject: object })
          .filter(({ reason }) => reason !== 'FieldValueRequired');
        const declared = !JSON.stringify(source).includes('preserve-unknown');
        expect(declared ? wrong : []).toEqual([]);
      }),
    );
  });
});

describe('compileSchema', () => {
  it.each([
    [[], '', 'must be an object'],
    [
      spec({ a: { type: 'int' } }),
      'properties[spec].properties[a].type',
      'must be one of',
    ],
    [
      spec({ a: { type: 'string', pattern: '(' } }),
      'properties[spec].properties[a].pattern',
      'RE2',
    ],
    [
      spec({ a: { type: 'string', maxLength: '3' } }),
      'properties[spec].properties[a].maxLength',
      'whole number',
    ],
    [
      spec({ a: { type: 'array', items: [{}] } }),
      'properties[spec].properties[a].items',
      'one schema',
    ],
    [
      spec({
        a: {
          type: 'integer',
          'x-kubernetes-validations': [{ rule: 'self >' }],
        },
      }),
      'properties[spec].properties[a].x-kubernetes-validations[0].rule',
      'no expression',
    ],
  ])('refuses %j at %s', (schema, path, problem) => {
    let error: unknown;
    try {
      compileSchema(schema);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InvalidSchemaError);
    expect((error as InvalidSchemaError).path).toBe(path);
    expect((error as InvalidSchemaError).message).toContain(problem);
  });

  it('writes paths as Kubernetes does', () => {
    expect(formatPath([])).toBe('');
    expect(formatPath(['spec', 'hosts', 0, 'name'])).toBe('spec.hosts[0].name');
  });
});
