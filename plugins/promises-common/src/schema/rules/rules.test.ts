import { compileSchema } from '..';
import { causes } from '../testing/causes';
import { specSchema } from '../testing/specSchema';

describe('rules', () => {
  const rules = (
    properties: Record<string, unknown>,
    ...list: Array<Record<string, unknown>>
  ) => specSchema(properties, { 'x-kubernetes-validations': list });

  it.each([
    [
      { rule: 'self.a > 0', message: ' positive ' },
      { a: 0 },
      'spec',
      'FieldValueInvalid',
      'positive',
    ],
    [
      { rule: 'self.a > 0' },
      { a: 0 },
      'spec',
      'FieldValueInvalid',
      'must satisfy self.a > 0',
    ],
    [
      {
        rule: 'self.a > 0',
        messageExpression: '"a is %d".format([self.a])',
        message: 'm',
      },
      { a: 0 },
      'spec',
      'FieldValueInvalid',
      'a is 0',
    ],
    [
      {
        rule: 'self.a > 0',
        fieldPath: '.a',
        reason: 'FieldValueForbidden',
        message: 'no',
      },
      { a: 0 },
      'spec.a',
      'FieldValueForbidden',
      'no',
    ],
    [
      { rule: 'self.m.k == "x"', fieldPath: ".m['k']", message: 'x' },
      { m: { k: 'y' } },
      'spec.m.k',
      'FieldValueInvalid',
      'x',
    ],
    [
      { rule: 'self.a > 0', message: 'm' },
      {},
      'spec',
      'FieldValueInvalid',
      'no such key: a evaluating rule: m',
    ],
  ])('%j on %j', (rule, object, path, reason, message) => {
    const schema = rules(
      {
        a: { type: 'integer' },
        m: { type: 'object', additionalProperties: { type: 'string' } },
      },
      rule,
    );
    expect(compileSchema(schema).validate({ spec: object })).toEqual([
      { path, reason, message },
    ]);
  });

  it('know the types of the schema', () => {
    const schema = rules(
      {
        n: { type: 'number' },
        d: { type: 'string', format: 'duration' },
        s: {
          type: 'array',
          'x-kubernetes-list-type': 'set',
          items: { type: 'string' },
        },
        in: { type: 'string', nullable: true },
      },
      { rule: 'type(self.n) == double' },
      { rule: 'self.d < duration("1h")' },
      { rule: 'self.s == ["b", "a"] && (self.s + ["a"]).size() == 2' },
      { rule: '!has(self.__in__)' },
    );
    const object = { n: 1, d: '3 minutes', s: ['a', 'b'], in: null };
    expect(causes(schema, { spec: object })).toEqual([]);
  });

  it('compare with what was there before', () => {
    const schema = specSchema({
      class: {
        type: 'string',
        'x-kubernetes-validations': [
          { rule: 'self == oldSelf', message: 'cannot be changed' },
        ],
      },
    });
    expect(causes(schema, { spec: { class: 'a' } })).toEqual([]);
    expect(
      causes(schema, { spec: { class: 'b' } }, { spec: { class: 'a' } }),
    ).toEqual(['spec.class FieldValueInvalid']);
    expect(causes(schema, { spec: { class: 'b' } }, { spec: {} })).toEqual([]);
  });

  it('are not checked on data that they could not trust, which is a remark only', () => {
    const schema = rules({ a: { type: 'integer' } }, { rule: 'self.a > 0' });
    const compiled = compileSchema(schema);
    expect(compiled.validate({ spec: { a: 'x' } })).toHaveLength(1);
    expect(compiled.violations({ spec: { a: 'x' } })).toHaveLength(2);
  });

  it('are bounded', () => {
    const schema = rules(
      { l: { type: 'array', items: { type: 'integer' } } },
      { rule: 'self.l.all(a, self.l.all(b, self.l.all(c, a + b + c > -1)))' },
    );
    const found = compileSchema(schema).validate({
      spec: { l: [...Array(300).keys()] },
    });
    expect(found[0].message).toContain('steps');
  });
});
