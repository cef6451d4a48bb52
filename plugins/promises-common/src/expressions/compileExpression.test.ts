import { compileExpression, ExpressionError } from '.';

const context = {
  spec: {
    name: 'db',
    size: 3,
    ratio: 0.5,
    hosts: ['a', 'b'],
    labels: { team: 'x', 'with-dash': 'y' },
    nested: { on: true, list: [{ port: 1 }, { port: 2 }] },
    nothing: null,
  },
};

function evaluate(source: string): unknown {
  return compileExpression(source, { variables: ['spec'] }).evaluate(context);
}

describe('compileExpression', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['-7 / 2', -3],
    ['-7 % 2', -1],
    ['7.0 / 2.0', 3.5],
    ['spec.size * 2', 6],
    ['double(spec.size) * spec.ratio', 1.5],
    ['spec.size > 2 && spec.name == "db"', true],
    ['spec.size == 3.0', true],
    ['spec.missing == 1 || spec.size == 3', true],
    ['spec.size == 3 || spec.missing == 1', true],
    ['spec.size == 4 && spec.missing == 1', false],
    ['spec.missing == 1 && spec.size == 4', false],
    ['has(spec.missing)', false],
    ['has(spec.nested.on)', true],
    ['spec.?missing.orValue("d")', 'd'],
    ['spec.?nested.?on.orValue(false)', true],
    ['spec.?nested.list[?5].hasValue()', false],
    ['spec.labels["with-dash"]', 'y'],
    ['spec.labels.with__dash__dash', 'y'],
    ['"b" in spec.hosts', true],
    ['"team" in spec.labels', true],
    ['spec.hosts + ["c"]', ['a', 'b', 'c']],
    ['spec.hosts.map(h, h + "!")', ['a!', 'b!']],
    ['spec.hosts.map(h, h != "a", h)', ['b']],
    ['spec.nested.list.filter(p, p.port > 1)', [{ port: 2 }]],
    ['spec.nested.list.map(p, p.port).sum()', 3],
    ['spec.nested.list.all(p, p.port > 0)', true],
    ['spec.hosts.all(i, h, h == ["a", "b"][i])', true],
    ['spec.labels.exists(k, v, v == "y")', true],
    ['spec.hosts.exists_one(h, h == "a")', true],
    ['spec.hosts.transformMap(i, h, h)', { 0: 'a', 1: 'b' }],
    ['cel.bind(x, spec.size, x * x)', 9],
    ['spec.size > 2 ? "big" : "small"', 'big'],
    ['{"a": 1, "b": [true, null]}', { a: 1, b: [true, null] }],
    ['"%s has %d".format([spec.name, spec.size])', 'db has 3'],
    ['"a,b".split(",").join("-")', 'a-b'],
    ['" x ".trim()', 'x'],
    ['"ÄbC".lowerAscii()', 'Äbc'],
    ['"😀a".size()', 2],
    ['"😀ab".substring(1, 2)', 'a'],
    ['"abcabc".lastIndexOf("b")', 4],
    ['"aXbX".replace("X", "-", 1)', 'a-bX'],
    ['"v1.2".matches("^v[0-9]+")', true],
    ['"a1b22".findAll("[0-9]+")', ['1', '22']],
    ['quantity("1Gi").isGreaterThan(quantity("1G"))', true],
    ['quantity("500m").add(quantity("1500m")).asInteger()', 2],
    ['url("https://a.b:8080/x?q=1").getPort()', '8080'],
    ['url("https://a.b/x?q=1&q=2").getQuery()', { q: ['1', '2'] }],
    ['cidr("10.0.0.0/8").containsIP("10.1.2.3")', true],
    ['ip("::1").isLoopback()', true],
    ['string(cidr("10.1.2.3/8").masked())', '10.0.0.0/8'],
    ['semver("1.2.3").isLessThan(semver("1.10.0"))', true],
    ['format.dns1123Label().validate("Bad").hasValue()', true],
    ['[3, 1, 2].max()', 3],
    ['[1, 2].isSorted()', true],
    ['lists.range(3)', [0, 1, 2]],
    ['sets.contains([1, 2], [2])', true],
    ['duration("90m").getHours()', 1],
    ['duration("90m")', '5400s'],
    [
      'timestamp("2024-02-29T12:00:00Z") + duration("24h")',
      '2024-03-01T12:00:00Z',
    ],
    ['timestamp("2024-01-01T00:30:00Z").getHours("Europe/Berlin")', 1],
    ['type(1) == int && type("") == string', true],
    ['string(1000000.5)', '1.0000005e+06'],
    ['int("+6") + int(2.9)', 8],
    ['base64.encode(bytes("hi"))', 'aGk='],
    ['"﹏" > "😀"', false],
    ['1u + 2u == 3u', true],
    ['optional.none().orValue(1)', 1],
    ['spec.?size.optMap(s, s + 1).orValue(0)', 4],
  ])('%s is %j', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });

  it.each([
    ['spec.size +', 'Unexpected token', 11],
    ['other.name', 'there is no variable other; there are: spec', 0],
    ['spec.name.nope()', 'there is no method nope', 0],
    ['nope(1)', 'there is no function nope', 0],
    ['size()', 'size does not take 0 arguments', 0],
    ['has(spec)', 'has() takes a field', 0],
    [
      'spec.hosts.all(spec.a, true)',
      'invalid predicate iteration variable',
      20,
    ],
    ['', 'it is empty', undefined],
    ['for', 'Reserved identifier', 0],
  ])('refuses %j when it is compiled: %s', (source, problem, start) => {
    let error: unknown;
    try {
      compileExpression(source, { variables: ['spec'] });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ExpressionError);
    expect((error as ExpressionError).message).toContain(problem);
    expect((error as ExpressionError).position?.start).toBe(start);
  });

  it.each([
    ['spec.missing', 'no such key: missing'],
    ['spec.hosts[5]', 'index out of bounds'],
    ['spec.name + 1', '+ does not take string and int; string(…) makes'],
    ['spec.size.trim()', 'there is no int.trim()'],
    ['1 / 0', 'division by zero'],
    ['9223372036854775807 + 1', 'integer overflow'],
    ['spec.size && true', '&& joins true and false'],
    ['9007199254740993', 'loses digits in JSON'],
    ['"x".matches("(?=a)")', 'not a regular expression'],
    ['spec.hosts.map(h, h.size).sum()', 'has no "size"'],
  ])('fails on %s: %s', (source, problem) => {
    expect(() => evaluate(source)).toThrow(problem);
    expect(() => evaluate(source)).toThrow(ExpressionError);
  });

  it('bounds the steps of an evaluation', () => {
    const nested =
      'lists.range(1000).all(a, lists.range(1000).all(b, lists.range(1000).all(c, a + b + c >= 0)))';
    expect(() => evaluate(nested)).toThrow('more than 1000000 steps');
    expect(() => evaluate('lists.range(1000000000)')).toThrow('steps');
    expect(() => evaluate(`${'('.repeat(300)}1${')'.repeat(300)}`)).toThrow(
      'maxDepth',
    );
  });

  it('does not absorb a spent budget', () => {
    expect(() => evaluate('lists.range(10000000).size() > 0 || true')).toThrow(
      'steps',
    );
  });

  it('does not reach the prototype of objects', () => {
    expect(evaluate('has(spec.toString) || has(spec.constructor)')).toBe(false);
    expect(() => evaluate('spec.__proto__')).toThrow('no such key');
  });

  it('gives the place of a failure at run time', () => {
    const compiled = compileExpression('1 +\n spec.hosts[9]', {
      variables: ['spec'],
    });
    expect(() => compiled.evaluate({ spec: { hosts: [] } })).toThrow(
      'line 2, column 2',
    );
  });
});
