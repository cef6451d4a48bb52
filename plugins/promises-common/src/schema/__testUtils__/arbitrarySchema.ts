import fc from 'fast-check';
import type { StructuralSchema } from '../types';

const KEYS = ['a', 'b', 'c'];

const text = fc.record(
  {
    maxLength: fc.nat(4),
    minLength: fc.nat(2),
    pattern: fc.constantFrom('^a', 'b$', '^(a|bb)$'),
    default: fc.constantFrom('a', 'bb'),
    nullable: fc.boolean(),
    format: fc.constantFrom('date', 'ipv4', 'unknown'),
    enum: fc.constant(['a', 'bb', '']),
  },
  { requiredKeys: [] },
);
const integer = fc.record(
  {
    minimum: fc.integer({ min: -2, max: 2 }),
    maximum: fc.integer({ min: -2, max: 4 }),
    multipleOf: fc.constantFrom(2, 3),
    default: fc.integer({ min: -2, max: 4 }),
    nullable: fc.boolean(),
    'x-kubernetes-validations': fc.constant([
      { rule: 'self > 0', message: 'must be positive' },
    ]),
  },
  { requiredKeys: [] },
);

/** Structural schemas of a few levels with few names, so that objects often fit. */
export const arbitrarySchema = fc.letrec<{ node: StructuralSchema }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    text.map((more): StructuralSchema => ({ type: 'string', ...more })),
    integer.map((more): StructuralSchema => ({ type: 'integer', ...more })),
    fc.constant<StructuralSchema>({ type: 'boolean' }),
    fc.constant<StructuralSchema>({ 'x-kubernetes-int-or-string': true }),
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
          nullable: fc.boolean(),
          default: fc.constantFrom({}, { a: 'a' }),
          'x-kubernetes-preserve-unknown-fields': fc.constant(true),
          anyOf: fc.constant([{ required: ['a'] }, { required: ['b'] }]),
          'x-kubernetes-validations': fc.constant([
            { rule: 'size(self) < 3 || true', message: 'never' },
          ]),
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
    fc.constantFrom('a', 'bb', '', 'zzzzzz'),
    fc.integer({ min: -3, max: 6 }),
    fc.constantFrom(0.5, true, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS, 'unknown'), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;
