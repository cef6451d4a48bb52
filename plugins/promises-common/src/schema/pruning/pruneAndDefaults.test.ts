import { compileSchema } from '..';
import type { JsonObject } from '../../kratix';
import { specSchema } from '../testing/specSchema';

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
    expect(complete(specSchema(properties), { spec: object })).toEqual(
      expected,
    );
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
    expect(complete(specSchema(properties), { spec: object })).toEqual(
      expected,
    );
  });

  it('keep apiVersion, kind and metadata of a resource, not of a value', () => {
    const object = { apiVersion: 'a/v1', kind: 'K', metadata: { name: 'n' } };
    const schema = { type: 'object' };
    expect(compileSchema(schema).prune(object)).toEqual(object);
    expect(compileSchema(schema, { root: 'value' }).prune(object)).toEqual({});
  });

  it('refuse metadata of another type', () => {
    const { prune } = compileSchema(specSchema({}));
    expect(() => prune({ metadata: { labels: { a: 1 } } })).toThrow(
      'metadata.labels.a must be text',
    );
  });
});
