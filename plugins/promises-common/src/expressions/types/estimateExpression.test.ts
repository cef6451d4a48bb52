import { estimateExpression } from './estimateExpression';
import { describeStaticType, dyn, scalar, type StaticType } from './StaticType';

const text = scalar('string', 40);
const self: StaticType = {
  kind: 'object',
  fields: new Map<string, StaticType>([
    ['n', scalar('int')],
    ['d', scalar('double')],
    ['s', text],
    ['open', scalar('string', 3_000_000)],
    ['any', dyn],
    ['t', scalar('timestamp')],
    ['l', { kind: 'list', item: scalar('int'), maxSize: 5 }],
    ['texts', { kind: 'list', item: text, maxSize: 1_000_000 }],
    ['m', { kind: 'map', key: scalar('string', 0), value: text, maxSize: 5 }],
    ['a-b', text],
    [
      'o',
      { kind: 'object', fields: new Map<string, StaticType>([['x', text]]) },
    ],
  ]),
};
const estimate = (source: string) =>
  estimateExpression(source, {
    variables: new Map<string, StaticType>([
      ['self', self],
      ['oldSelf', { kind: 'optional', value: self }],
    ]),
    kubernetes: true,
  });

describe('estimateExpression', () => {
  it.each([
    ['self.n', 'int'],
    ['self.n > 1.5', 'bool'],
    ['self.any', 'dyn'],
    ['self.any > 1 ? 1 : 2', 'int'],
    ['self.l.map(i, string(i))', 'list(string)'],
    ['self.l[0] + 1', 'int'],
    ['self.m["k"].size()', 'int'],
    ['self.m.k', 'string'],
    ['self.m.exists(k, k == "a")', 'bool'],
    ['self.m.transformMap(k, v, size(v))', 'map(string, int)'],
    ['self.texts.filter(t, t != "").first()', 'optional(string)'],
    ['self.?o.x.orValue("none")', 'string'],
    ['oldSelf.optMap(o, o.n).orValue(3)', 'int'],
    ['oldSelf.?n.hasValue()', 'bool'],
    ['has(self.o) && self.o == null', 'bool'],
    ['self.a__dash__b', 'string'],
    ['quantity(self.s).add(1)', 'Quantity'],
    ['self.t + duration("1h")', 'timestamp'],
    ['type(self.n) == int', 'bool'],
    ['[1, 2].sum()', 'int'],
    ['{"a": 1}.all(k, k.startsWith("a"))', 'bool'],
    ['"%d".format([self.n])', 'string'],
    ['[] == self.l', 'bool'],
    ['self.n in [1, 2]', 'bool'],
    ['-self.d', 'double'],
  ])('%s gives %s', (source, type) => {
    expect(describeStaticType(estimate(source).type)).toBe(type);
  });

  it.each([
    ['self.d == 2', '== does not take double and int'],
    ['self.s != null', '!= does not take string and null'],
    ['self.s.reverse()', 'there is no string.reverse()'],
    ['has(self.gone)', 'there is no field gone'],
    ['self.gone', 'there is no field gone'],
    ['self.n.x', 'there is no field x in int'],
    ['self.n && true', '&& joins true and false, not int'],
    ['!self.s', '! turns true and false'],
    ['self.n + "a"', '+ does not take int and string'],
    ['self.l["a"]', 'has no string index'],
    ['self.n.all(i, i > 1)', 'a loop goes over'],
    ['self.l.all(i, i)', 'all asks for true and false, not int'],
    ['self.l.all(i, i == "a")', '== does not take int and string'],
    ['"a" in self.l', 'in does not take'],
    ['size(self.n)', 'there is no size(int)'],
    ['-self.s', '- does not take string'],
    ['self.s ? 1 : 2', 'before ? stands'],
    ['quantity(self.s).sign()', 'there is no Quantity.sign()'],
  ])('refuses %s: %s', (source, problem) => {
    expect(() => estimate(source)).toThrow(problem);
  });

  it.each([
    ['self.open.matches("^a$")', 500_000],
    ['self.l.all(i, i > 0)', 100],
    ['self.s == "a"', 10],
    ['"x is " + self.s', 10],
    ['self.s.split(",").all(p, p.matches("^a$"))', 1_000],
  ])('%s costs less than %d', (source, most) => {
    expect(estimate(source).cost).toBeLessThan(most);
  });

  it.each([
    'self.texts.all(t, t.matches(self.s))',
    '"x is " + string(self.n)',
    'self.?l.orValue([]).all(i, i > 0)',
    'lists.range(self.n).size() > 1',
  ])('%s costs too much', source => {
    expect(estimate(source).cost).toBeGreaterThan(10_000_000);
  });
});
