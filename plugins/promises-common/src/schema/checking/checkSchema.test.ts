import { checkSchema } from '..';

const spec = (properties: Record<string, unknown>, more: object = {}) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties, ...more } },
});
const SPEC = 'properties[spec].properties';

describe('checkSchema', () => {
  it.each([
    [{ properties: {} }, 'type'],
    [{ type: 'string' }, 'type'],
    [spec({ a: {} }), `${SPEC}[a].type`],
    [spec({ a: { type: 'int' } }), `${SPEC}[a].type`],
    [spec({ a: { type: 'array' } }), `${SPEC}[a].items`],
    [
      spec({
        a: { type: 'array', uniqueItems: true, items: { type: 'string' } },
      }),
      `${SPEC}[a].uniqueItems`,
    ],
    [
      spec({
        a: {
          type: 'object',
          properties: { b: { type: 'string' } },
          additionalProperties: { type: 'string' },
        },
      }),
      `${SPEC}[a].additionalProperties`,
    ],
    [spec({ a: { type: 'string', pattern: '(?=x)' } }), `${SPEC}[a].pattern`],
    [
      spec({ a: { type: 'string', anyOf: [{ type: 'string' }] } }),
      `${SPEC}[a].anyOf[0].type`,
    ],
    [
      spec({ a: { type: 'string', not: { description: 'x' } } }),
      `${SPEC}[a].not.description`,
    ],
    [
      { type: 'object', properties: {}, anyOf: [{ properties: { b: {} } }] },
      'properties[b]',
    ],
    [
      spec({ a: { type: 'integer', maximum: 3, default: 4 } }),
      `${SPEC}[a].default`,
    ],
    [spec({ a: { type: 'object', default: { b: 1 } } }), `${SPEC}[a].default`],
    [
      spec({
        a: {
          type: 'object',
          default: {},
          required: ['b'],
          properties: { b: { type: 'string', default: 'x' } },
        },
      }),
      `${SPEC}[a].default.b`,
    ],
    [
      spec({
        a: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['k'],
          items: { type: 'object', properties: { k: { type: 'string' } } },
        },
      }),
      `${SPEC}[a].items.properties[k].default`,
    ],
    [
      spec({
        a: {
          type: 'array',
          'x-kubernetes-list-type': 'set',
          items: { type: 'string', nullable: true },
        },
      }),
      `${SPEC}[a].items.nullable`,
    ],
    [
      spec({ a: { type: 'object', 'x-kubernetes-embedded-resource': true } }),
      `${SPEC}[a].properties`,
    ],
    [
      {
        type: 'object',
        properties: {
          metadata: {
            type: 'object',
            properties: { labels: { type: 'object' } },
          },
        },
      },
      'properties[metadata]',
    ],
    [
      spec({
        a: { type: 'integer', 'x-kubernetes-validations': [{ rule: ' ' }] },
      }),
      `${SPEC}[a].x-kubernetes-validations[0].rule`,
    ],
    [
      spec({
        a: {
          type: 'integer',
          'x-kubernetes-validations': [{ rule: 'nope(self)' }],
        },
      }),
      `${SPEC}[a].x-kubernetes-validations[0].rule`,
    ],
    [
      spec({
        a: {
          type: 'integer',
          'x-kubernetes-validations': [{ rule: 'self > 1', reason: 'No' }],
        },
      }),
      `${SPEC}[a].x-kubernetes-validations[0].reason`,
    ],
    [
      spec({
        a: {
          type: 'integer',
          'x-kubernetes-validations': [{ rule: 'self > 1', message: 'a\nb' }],
        },
      }),
      `${SPEC}[a].x-kubernetes-validations[0].message`,
    ],
    [
      spec({
        a: {
          type: 'array',
          maxItems: 9,
          items: {
            type: 'string',
            maxLength: 9,
            'x-kubernetes-validations': [{ rule: 'self == oldSelf' }],
          },
        },
      }),
      `${SPEC}[a].items.x-kubernetes-validations[0].rule`,
    ],
    [
      spec({
        a: {
          type: 'string',
          'x-kubernetes-validations': [{ rule: 'self.matches("(?!a)")' }],
        },
      }),
      `${SPEC}[a].x-kubernetes-validations[0].rule`,
    ],
  ])('refuses %j at %s', (schema, path) => {
    const errors = checkSchema(schema).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(error => error.path)).toEqual([path]);
    expect(errors[0].message).not.toBe('');
  });

  it.each([
    [
      spec({
        a: {
          'x-kubernetes-int-or-string': true,
          anyOf: [{ type: 'integer' }, { type: 'string' }],
        },
      }),
    ],
    [spec({ a: { 'x-kubernetes-preserve-unknown-fields': true } })],
    [spec({ a: { type: 'string' } }, { anyOf: [{ required: ['a'] }] })],
    [
      spec({
        a: {
          type: 'array',
          'x-kubernetes-list-type': 'set',
          items: { type: 'string' },
          default: ['x', 'x'],
        },
      }),
    ],
  ])('takes %j', schema => {
    expect(checkSchema(schema)).toEqual([]);
  });

  it('refuses rules that can cost too much, and what they cost together', () => {
    const rules = (rule: string) => ({
      'x-kubernetes-validations': [{ rule }],
    });
    const items = { type: 'string', ...rules('self.matches("^a+$")') };
    const found = checkSchema(spec({ a: { type: 'array', items } }));
    expect(found.map(({ path }) => path)).toEqual([
      `${SPEC}[a].items.x-kubernetes-validations[0].rule`,
      '',
    ]);
    expect(
      checkSchema(
        spec({
          a: { type: 'array', maxItems: 9, items: { ...items, maxLength: 9 } },
        }),
      ),
    ).toEqual([]);
  });

  it('warns of what is ignored', () => {
    const schema = spec({ a: { type: 'string', format: 'nope', const: 'x' } });
    expect(
      checkSchema(schema).map(({ path, severity }) => [severity, path]),
    ).toEqual([
      ['warning', `${SPEC}[a].const`],
      ['warning', `${SPEC}[a].format`],
    ]);
  });
});
