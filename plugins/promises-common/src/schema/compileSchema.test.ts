import fc from 'fast-check';
import { compileSchema, formatPath, InvalidSchemaError } from '.';
import type { StructuralSchema } from './types';
import { causes } from './testing/causes';
import { specSchema } from './testing/specSchema';

describe('compileSchema', () => {
  it.each([
    [[], '', 'must be an object'],
    [
      specSchema({ a: { type: 'int' } }),
      'properties[spec].properties[a].type',
      'must be one of',
    ],
    [
      specSchema({ a: { type: 'string', pattern: '(' } }),
      'properties[spec].properties[a].pattern',
      'RE2',
    ],
    [
      specSchema({ a: { type: 'string', maxLength: '3' } }),
      'properties[spec].properties[a].maxLength',
      'whole number',
    ],
    [
      specSchema({ a: { type: 'array', items: [{}] } }),
      'properties[spec].properties[a].items',
      'one schema',
    ],
    [
      specSchema({
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

  it('takes a keyword that is null for absent', () => {
    const schema = specSchema({
      a: { type: 'integer', minimum: null, enum: null },
    });
    expect(causes(schema, { spec: { a: 1 } })).toEqual([]);
  });

  it('writes paths as Kubernetes does', () => {
    expect(formatPath([])).toBe('');
    expect(formatPath(['spec', 'hosts', 0, 'name'])).toBe('spec.hosts[0].name');
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

  it('is compiled once for each meaning', () => {
    const empty = { type: 'object' };
    expect(compileSchema(empty)).toBe(compileSchema(empty));
    expect(compileSchema(empty, { root: 'value' })).not.toBe(
      compileSchema(empty),
    );
  });
});
