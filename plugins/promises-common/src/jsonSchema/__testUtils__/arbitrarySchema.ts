import type { StructuralSchema } from '../../schema';
import fc from 'fast-check';

const KEYS = ['a', 'b', 'c'];
const optional = { requiredKeys: [] };

const scalarRules = {
  default: fc.constantFrom('a', 'bb', 2),
  nullable: fc.boolean(),
  enum: fc.subarray(['a', 'bb', '', 1, 2], { minLength: 1 }),
};
const text = fc.record(
  {
    ...scalarRules,
    maxLength: fc.nat(4),
    minLength: fc.nat(2),
    pattern: fc.constantFrom('^a', 'b$', '^(a|bb)$', '(?i)^A', '^.+$', '\\z'),
    format: fc.constantFrom('date', 'ipv4', 'uri', 'int32', 'unknown'),
  },
  optional,
);
const number = fc.record(
  {
    ...scalarRules,
    minimum: fc.integer({ min: -2, max: 2 }),
    exclusiveMinimum: fc.boolean(),
    maximum: fc.integer({ min: -2, max: 4 }),
    exclusiveMaximum: fc.boolean(),
    multipleOf: fc.constantFrom(2, 3, 0.1),
  },
  optional,
);

/** Rules over the fields of an object, that declare none. */
const rule = fc.record(
  {
    required: fc.subarray(KEYS),
    properties: fc.dictionary(
      fc.constantFrom(...KEYS),
      fc.record(
        {
          enum: fc.subarray(['a', 'bb', 1], { minLength: 1 }),
          minimum: fc.integer({ min: -1, max: 3 }),
          required: fc.subarray(KEYS),
        },
        optional,
      ),
      { maxKeys: 2 },
    ),
    minProperties: fc.nat(2),
  },
  optional,
);
const junctions = {
  anyOf: fc.array(rule, { minLength: 1, maxLength: 2 }),
  oneOf: fc.array(rule, { minLength: 1, maxLength: 2 }),
  allOf: fc.array(rule, { minLength: 1, maxLength: 2 }),
  not: rule,
};

/** Structural schemas of a few levels, with every rule that a validator could judge otherwise. */
export const arbitrarySchema = fc.letrec<{ node: StructuralSchema }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    text.map((more): StructuralSchema => ({ type: 'string', ...more })),
    number.map((more): StructuralSchema => ({ type: 'integer', ...more })),
    number.map((more): StructuralSchema => ({ type: 'number', ...more })),
    fc.constant<StructuralSchema>({ type: 'boolean' }),
    fc.constant<StructuralSchema>({
      'x-kubernetes-int-or-string': true,
      anyOf: [{ type: 'integer' }, { type: 'string' }],
    }),
    fc.constant<StructuralSchema>({
      'x-kubernetes-preserve-unknown-fields': true,
    }),
    fc
      .record(
        {
          items: tie('node'),
          minItems: fc.nat(2),
          maxItems: fc.nat(3),
          'x-kubernetes-list-type': fc.constantFrom('atomic', 'set'),
        },
        { requiredKeys: ['items'] },
      )
      .map((more): StructuralSchema => ({ type: 'array', ...more })),
    fc
      .record({ additionalProperties: tie('node'), maxProperties: fc.nat(3) })
      .map((more): StructuralSchema => ({ type: 'object', ...more })),
    fc
      .record(
        {
          properties: fc.dictionary(fc.constantFrom(...KEYS), tie('node'), {
            minKeys: 1,
            maxKeys: 3,
          }),
          required: fc.subarray(KEYS),
          minProperties: fc.nat(2),
          maxProperties: fc.nat(3),
          nullable: fc.boolean(),
          default: fc.constantFrom({}, { a: 'a' }),
          ...junctions,
        },
        { requiredKeys: ['properties'] },
      )
      .map((more): StructuralSchema => ({ type: 'object', ...more })),
  ),
})).node;

/** Values that such schemas often take. */
export const arbitraryValue = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.constantFrom('a', 'bb', '', 'A', 'a\r', 'zzzzzz'),
    fc.integer({ min: -3, max: 6 }),
    fc.constantFrom(0.5, 1, true, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS, 'unknown'), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;
