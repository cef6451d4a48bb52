import type { StructuralSchema } from '@promissory/plugin-promises-common';
import { readDefinitions } from '../definitions/readDefinitions';
import { lintDefinition } from './lintDefinition';

function lint(spec: StructuralSchema) {
  const schema = { type: 'object', properties: { spec } };
  const [definition] = readDefinitions(
    JSON.stringify({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'things.example.org' },
      spec: {
        versions: [
          { name: 'v1', storage: true, schema: { openAPIV3Schema: schema } },
        ],
      },
    }),
  );
  return lintDefinition(definition);
}

const described = { description: 'Told.' };
const specOf = (properties: Record<string, StructuralSchema>) => ({
  type: 'object' as const,
  ...described,
  properties,
});

describe('lintDefinition', () => {
  it.each<[string, StructuralSchema, string, RegExp]>([
    [
      'no-description',
      specOf({ a: { type: 'string' } }),
      'spec.a',
      /1 of 1 fields/,
    ],
    [
      'giant-enum',
      specOf({
        a: {
          type: 'string',
          ...described,
          enum: [...Array(60).keys()].map(String),
        },
      }),
      'spec.a',
      /60 choices/,
    ],
    [
      'plain-secret',
      specOf({ password: { type: 'string', ...described } }),
      'spec.password',
      /Git in plain/,
    ],
    [
      'impossible-value',
      specOf({ a: { type: 'string', ...described, pattern: 'b^' } }),
      'spec.a',
      /no text at all/,
    ],
    [
      'impossible-value',
      specOf({
        a: {
          type: 'string',
          ...described,
          pattern: '^[a-z]{9}$',
          maxLength: 8,
        },
      }),
      'spec.a',
      /allowed lengths/,
    ],
    [
      'impossible-value',
      specOf({ a: { type: 'integer', ...described, minimum: 3, maximum: 2 } }),
      'spec.a',
      /minimum 3 is above maximum 2/,
    ],
    ['impossible-value', { ...specOf({}), required: ['gone'] }, 'spec', /gone/],
    [
      'contradicting-default',
      {
        ...specOf({ a: { type: 'integer', ...described, default: 1 } }),
        'x-kubernetes-validations': [
          { rule: 'self.a > 1', message: 'too small', fieldPath: '.a' },
        ],
      },
      'spec.a',
      /too small/,
    ],
    [
      'schema',
      specOf({ a: { type: 'string', ...described, pattern: '(?!a)' } }),
      'spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[a].pattern',
      /RE2/,
    ],
    [
      'schema',
      specOf({
        a: { type: 'integer', ...described, maximum: 1, default: 2 },
      }),
      'spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[a].default',
      /1/,
    ],
  ])('finds %s', (rule, spec, path, message) => {
    const { findings } = lint(spec);
    expect(findings.map(finding => [finding.rule, finding.path])).toEqual([
      [rule, path],
    ]);
    expect(findings[0].message).toMatch(message);
  });

  it('finds nothing where all is well, and says what is the least', () => {
    const report = lint({
      ...specOf({
        name: { type: 'string', ...described, pattern: '^(small|large)$' },
        secretName: { type: 'string', ...described },
      }),
      required: ['name'],
    });
    expect(report.findings).toEqual([]);
    expect(report.minimal).toEqual({});
    expect(report.coverage).toMatchObject({ fieldsTotal: 3, fieldsDrawn: 3 });
  });

  it.each([['spec: {api: {}}'], ['spec: {}']])(
    'takes a Promise without an API: %s',
    text => {
      const [definition] = readDefinitions(
        `apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata: {name: a}\n${text}\n`,
      );
      const { findings, coverage } = lintDefinition(definition);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
      expect(coverage).toBeUndefined();
    },
  );
});
