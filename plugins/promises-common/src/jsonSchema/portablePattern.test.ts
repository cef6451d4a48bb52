import { portablePattern } from './portablePattern';

describe('portablePattern', () => {
  it.each([
    '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
    '^(small|large)$',
    '^v[0-9]+\\.[0-9]+$',
    '^[^/]+/[^/]+$',
    '^[0-9]{1,3}(?:Mi|Gi)$',
  ])('keeps %s', pattern => {
    expect(portablePattern(pattern)).toBe(pattern);
  });

  it.each([
    ['flags', '(?i)^a$'],
    ['an end of text that JavaScript does not know', '^a\\z'],
    ['a dot, which takes other line ends', '^.*$'],
    ['space, which is another set', '^\\s+$'],
    ['classes by name', '^[[:alpha:]]+$'],
    ['a class of Unicode', '^\\pL+$'],
    ['what takes unbounded time', '^(a+)+$'],
    ['what takes unbounded time, written otherwise', '^([a-z]*,)*$'],
    ['a lone brace', '{a}'],
    ['no expression at all', '('],
    ['a very long one', 'a'.repeat(300)],
  ])('leaves out %s', (_, pattern) => {
    expect(portablePattern(pattern)).toBeUndefined();
  });
});
