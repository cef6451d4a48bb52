import fc from 'fast-check';
import { validate } from 'jsonschema';
import type { JsonObject } from '../kratix';
import { compileSchema, type StructuralSchema } from '../schema';
import {
  arbitrarySchema,
  arbitraryValue,
} from './__testUtils__/arbitrarySchema';
import { loosenSchema } from './loosenSchema';

const resource = (spec: StructuralSchema): StructuralSchema => ({
  type: 'object',
  properties: { spec },
});

/** Whether admission takes the spec, as it was written. */
function isAdmitted(spec: StructuralSchema, value: unknown): boolean {
  const compiled = compileSchema(resource(spec));
  const object = { metadata: { name: 'example' }, spec: value } as JsonObject;
  return (
    compiled.validate(compiled.applyDefaults(compiled.prune(object))).length ===
    0
  );
}

describe('loosenSchema', () => {
  it.each([Infinity, 2, 0])(
    'takes whatever admission takes, with %s levels',
    depth => {
      let admitted = 0;
      fc.assert(
        fc.property(arbitrarySchema, arbitraryValue, (schema, value) => {
          const loose = loosenSchema(resource(schema), { depth });
          const verdict = validate({ spec: value }, loose);
          const isTaken = isAdmitted(schema, value);
          admitted += isTaken ? 1 : 0;
          expect(isTaken ? verdict.errors : []).toEqual([]);
        }),
        { numRuns: 3_000 },
      );
      expect(admitted).toBeGreaterThan(300);
    },
  );

  it('passes over rules about fields that are not declared, which are pruned before they are judged', () => {
    const schema: StructuralSchema = {
      type: 'object',
      properties: { a: { type: 'string' } },
      anyOf: [{ properties: { b: { enum: [1] } } }],
    };
    const value = { b: 'a' };
    expect(isAdmitted(schema, value)).toBe(true);
    expect(
      validate({ spec: value }, loosenSchema(resource(schema))).errors,
    ).toEqual([]);
  });

  it.each<[string, StructuralSchema, unknown]>([
    [
      'a missing field',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string' } },
      },
      {},
    ],
    [
      'a wrong type',
      { type: 'object', properties: { a: { type: 'string' } } },
      { a: 1 },
    ],
    [
      'another value',
      { type: 'object', properties: { a: { enum: ['x'], type: 'string' } } },
      { a: 'y' },
    ],
    [
      'a number out of range',
      {
        type: 'object',
        properties: {
          a: { type: 'integer', maximum: 3, exclusiveMaximum: true },
        },
      },
      { a: 3 },
    ],
    [
      'a text that does not match',
      {
        type: 'object',
        properties: {
          a: { type: 'string', pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$' },
        },
      },
      { a: 'A' },
    ],
    [
      'a null that has to be given',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string' } },
      },
      { a: null },
    ],
    [
      'none of two alternatives',
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'string' } },
        oneOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      {},
    ],
    [
      'a list that is too long',
      { type: 'array', items: { type: 'string' }, maxItems: 1 },
      ['a', 'b'],
    ],
    [
      'a wrong value of a map',
      { type: 'object', additionalProperties: { type: 'boolean' } },
      { a: 'yes' },
    ],
  ])('refuses %s before admission does', (_, schema, value) => {
    expect(isAdmitted(schema, value)).toBe(false);
    expect(validate(value, loosenSchema(schema)).valid).toBe(false);
  });

  it('asks for nothing that has a default', () => {
    expect(
      loosenSchema({
        type: 'object',
        required: ['size'],
        properties: {
          size: { type: 'string', enum: ['s', 'l'], default: 's' },
        },
      }),
    ).toEqual({
      type: 'object',
      properties: {
        size: {
          type: ['string', 'null'],
          enum: ['s', 'l', null],
          default: 's',
        },
      },
    });
  });

  it('keeps words for readers, and none of what only Kubernetes knows', () => {
    const schema: StructuralSchema = {
      type: 'object',
      description: 'A database. ',
      properties: {
        port: { 'x-kubernetes-int-or-string': true, title: 'Port' },
      },
      'x-kubernetes-validations': [{ rule: 'true' }],
    };
    expect(loosenSchema(schema)).toEqual({
      type: 'object',
      description: 'A database.',
      properties: {
        port: { type: ['integer', 'string', 'null'], title: 'Port' },
      },
    });
  });

  it('leaves out of a form what nobody enters', () => {
    expect(
      loosenSchema(
        {
          type: 'object',
          properties: {
            size: { type: 'string', enum: ['s'], default: 's', minLength: 1 },
            port: { 'x-kubernetes-int-or-string': true },
          },
          oneOf: [{ required: ['size'] }],
        },
        { form: true },
      ),
    ).toEqual({
      type: 'object',
      properties: {
        size: {
          title: 'Size',
          type: 'string',
          enum: ['s'],
          default: 's',
          minLength: 1,
        },
        port: {
          title: 'Port',
          anyOf: [
            { title: 'Number', type: 'integer' },
            { title: 'Text', type: 'string' },
          ],
        },
      },
    });
  });
});
