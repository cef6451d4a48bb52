import fc from 'fast-check';
import { compilePattern } from './compilePattern';
import { isSatisfiable } from './isSatisfiable';

describe('isSatisfiable', () => {
  it.each([
    ['a^', {}],
    ['$a', {}],
    ['^a$b', {}],
    ['foo\\Bbar\\b\\B', {}],
    ['a\\bb', {}],
    ['[^\\x00-\\x{10FFFF}]', {}],
    ['^[a-z]{3}$', { maxLength: 2 }],
    ['^[a-z]{3}$', { minLength: 4 }],
    ['^(a|bb)$', { minLength: 3 }],
    ['abc', { maxLength: 2 }],
    ['^$', { minLength: 1 }],
  ])('no text matches %s %j', (pattern, lengths) => {
    expect(isSatisfiable(pattern, lengths)).toBe(false);
  });

  it.each([
    ['', {}],
    ['a', { minLength: 200 }],
    ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', { minLength: 1, maxLength: 63 }],
    ['^(a|bb)$', { minLength: 2 }],
    ['(?m)a$\n^b', {}],
    ['(?i)^K$', { maxLength: 1 }],
    ['a\\b ', {}],
    ['(?=x)', {}],
    ['^(?:[a-z]{1,63}\\.){1,8}$', { maxLength: 253 }],
  ])('some text matches %s %j', (pattern, lengths) => {
    expect(isSatisfiable(pattern, lengths)).toBe(true);
  });

  it('never says no where a text matches', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '^',
      '$',
      '\\b',
      '\\B',
      '.',
      'a*',
      '(a|b)',
      '\\W',
      '_?',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }).map(parts => parts.join('')),
        fc.string({
          unit: fc.constantFrom('a', 'b', ' ', '\n', '_'),
          maxLength: 6,
        }),
        (pattern, text) => {
          fc.pre(compilePattern(pattern)(text));
          const { length } = text;
          expect(
            isSatisfiable(pattern, { minLength: length, maxLength: length }),
          ).toBe(true);
        },
      ),
    );
  });
});
