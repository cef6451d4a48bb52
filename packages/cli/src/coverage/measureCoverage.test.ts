import { measureCoverage } from './measureCoverage';

const text = { type: 'string' };

describe('measureCoverage', () => {
  it('counts properties at any depth, and leaves out what is not filled in', () => {
    const spec = {
      type: 'object',
      properties: {
        a: text,
        list: {
          type: 'array',
          items: { type: 'object', properties: { b: text } },
        },
        map: {
          type: 'object',
          additionalProperties: { type: 'object', properties: { c: text } },
        },
        open: { 'x-kubernetes-preserve-unknown-fields': true },
        resource: {
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          properties: { hidden: text },
        },
      },
    };
    const schema = {
      type: 'object',
      properties: { apiVersion: text, kind: text, status: spec, spec },
    };
    expect(measureCoverage(schema)).toEqual({
      fieldsTotal: 9,
      fieldsDrawn: 6,
      yamlNodes: 2,
      yamlReasons: { 'preserve-unknown-fields': 1, 'embedded-resource': 1 },
      lost: [],
    });
  });
});
