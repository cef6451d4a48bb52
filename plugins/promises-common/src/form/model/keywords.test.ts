import fc from 'fast-check';
import type { StructuralSchema } from '../../schema';
import type { FormNode } from '../types';
import { compileForm } from './compileForm';

/** Everything that people see of a form, without the schemas it was made of. */
function visible({ schema: _schema, ...node }: FormNode): unknown {
  const item = node.item();
  return {
    ...node,
    children: node.children().map(visible),
    item: item && visible(item),
  };
}

const modelOf = (schema: StructuralSchema) =>
  JSON.stringify(
    visible(compileForm({ type: 'object', properties: { a: schema } }).root),
  );

const text = { type: 'string' as const };
const number = { type: 'integer' as const };
const list = { type: 'array' as const, items: text };
const object = {
  type: 'object' as const,
  properties: { b: text, c: text },
};
const small = fc.integer({ min: 1, max: 9 });
const words = fc.constantFrom('one', 'two', 'three');
const alternatives = fc.constantFrom(
  [{ required: ['b'] }, { required: ['c'] }],
  [{ required: ['b'] }, { required: ['b', 'c'] }],
  [{ properties: { b: { enum: ['x'] } } }],
  [{ properties: { b: { minLength: 2 } } }],
  [{ minProperties: 1 }],
);

/** A schema, a keyword, and values that mean different things there. */
const keywords: ReadonlyArray<
  readonly [StructuralSchema, string, fc.Arbitrary<unknown>]
> = [
  [text, 'title', words],
  [text, 'description', words],
  [text, 'default', words],
  [text, 'nullable', fc.constant(true)],
  [text, 'enum', fc.uniqueArray(words, { minLength: 1 })],
  [text, 'format', fc.constantFrom('date', 'email', 'password', 'duration')],
  [text, 'pattern', fc.constantFrom('^a', '^(a|b)$', '^([0-9]+(s|m|h))+$')],
  [text, 'minLength', small],
  [text, 'maxLength', small],
  [number, 'minimum', small],
  [number, 'maximum', small],
  [number, 'multipleOf', small],
  [{ ...number, minimum: 1 }, 'exclusiveMinimum', fc.constant(true)],
  [{ ...number, maximum: 1 }, 'exclusiveMaximum', fc.constant(true)],
  [number, 'not', fc.constantFrom({ enum: [1] }, { minimum: 3 })],
  [list, 'minItems', small],
  [list, 'maxItems', small],
  [list, 'items', fc.constantFrom(number, object, { ...text, maxLength: 3 })],
  [list, 'x-kubernetes-list-type', fc.constant('set')],
  [object, 'required', fc.subarray(['b', 'c'], { minLength: 1 })],
  [object, 'minProperties', small],
  [object, 'maxProperties', small],
  [object, 'properties', fc.constantFrom({ b: text }, { b: text, d: text })],
  [object, 'oneOf', alternatives],
  [object, 'anyOf', alternatives],
  [object, 'allOf', alternatives],
  [object, 'not', fc.constantFrom({ required: ['b'] }, { required: ['c'] })],
  [
    object,
    'x-kubernetes-validations',
    words.map(message => [{ rule: 'true', message }]),
  ],
  [object, 'x-kubernetes-validations', words.map(rule => [{ rule }])],
  [object, 'x-kubernetes-preserve-unknown-fields', fc.constant(true)],
  [object, 'x-kubernetes-embedded-resource', fc.constant(true)],
  [
    { type: 'object' },
    'additionalProperties',
    fc.constantFrom(true, text, number, object),
  ],
  [{}, 'x-kubernetes-int-or-string', fc.constant(true)],
  [{}, 'x-kubernetes-preserve-unknown-fields', fc.constant(true)],
  [{}, 'type', fc.constantFrom('string', 'integer', 'boolean', 'number')],
];

describe('every keyword of a schema', () => {
  it.each(keywords)('of %j: %s is seen in the form', (schema, name, values) => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const without = modelOf(schema);
        const models = [one, other].map(value =>
          modelOf({ ...schema, [name]: value }),
        );
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(new Set([without, ...models]).size).toBe(isSame ? 2 : 3);
      }),
    );
  });
});

describe('a union as a choice', () => {
  const union = (schema: StructuralSchema) => compileForm(schema).root.union;
  const properties = {
    awsSettings: { type: 'object' as const, title: 'Amazon' },
    azure: { type: 'object' as const },
    kind: { type: 'string' as const },
  };
  const base = { type: 'object' as const, properties };

  it('is labelled by the fields that it asks for', () => {
    expect(
      union({
        ...base,
        oneOf: [{ required: ['awsSettings'] }, { required: ['azure'] }],
      }),
    ).toEqual({
      exclusive: true,
      alternatives: [
        { label: 'Amazon', keys: ['awsSettings'] },
        { label: 'Azure', keys: ['azure'] },
      ],
    });
  });

  it('may be none of them, and may name a value', () => {
    expect(
      union({
        ...base,
        oneOf: [
          { not: { anyOf: [{ required: ['azure'] }] } },
          { properties: { kind: { enum: ['x'] } }, required: ['azure'] },
        ],
      }),
    ).toEqual({
      exclusive: true,
      alternatives: [
        { label: 'None of these', keys: [] },
        { label: 'Kind is x and Azure', keys: ['azure'] },
      ],
    });
  });

  it.each([
    [{ ...base, oneOf: [{ required: ['azure'] }] }],
    [{ ...base, oneOf: [{ minProperties: 1 }, { required: ['azure'] }] }],
    [{ ...base, oneOf: [{ required: ['azure'] }, { required: ['azure'] }] }],
    [base],
  ])('is none in %j', schema => {
    expect(union(schema)).toBeUndefined();
  });
});

describe('quantities and durations', () => {
  it.each<[StructuralSchema, unknown]>([
    [
      { type: 'string', format: 'quantity' },
      { kind: 'quantity', integer: false },
    ],
    [
      { 'x-kubernetes-int-or-string': true, format: 'quantity' },
      { kind: 'quantity', integer: true },
    ],
    [{ type: 'string', format: 'duration' }, { kind: 'duration' }],
    [
      { type: 'string', pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$' },
      { kind: 'duration' },
    ],
  ])('%j has its widget', (schema, widget) => {
    const { root } = compileForm({ type: 'object', properties: { a: schema } });
    expect(root.children()[0].widget).toEqual(widget);
  });
});
