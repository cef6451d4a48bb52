/** How many fields the object of the measurement has. */
export const FIELDS = 1_000;

const NAME = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$';

/** Kinds of fields, in turns: what real schemas have most of. */
const kinds = [
  { type: 'string', maxLength: 63, pattern: NAME },
  { type: 'integer', minimum: 0, default: 3 },
  { type: 'boolean' },
  {
    type: 'object',
    properties: { name: { type: 'string' }, size: { type: 'integer' } },
    'x-kubernetes-validations': [
      { rule: '!has(self.size) || self.size < 100000' },
    ],
  },
];
const values = [
  (index: number) => `name-${index}`,
  (index: number) => index,
  () => true,
  (index: number) => ({ name: 'x', size: index }),
];

const indexes = [...Array(FIELDS).keys()];

/** A schema of many fields, each of which is validated. */
export const largeSchema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: Object.fromEntries(
        indexes.map(index => [`field${index}`, kinds[index % kinds.length]]),
      ),
    },
  },
};

/** The spec of a valid object of it. */
export function largeSpec(): Record<string, unknown> {
  return Object.fromEntries(
    indexes.map(index => [
      `field${index}`,
      values[index % values.length](index),
    ]),
  );
}
