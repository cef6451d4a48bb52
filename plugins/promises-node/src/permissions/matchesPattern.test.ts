import { matchesPattern } from './matchesPattern';

describe('matchesPattern', () => {
  it.each([
    ['default', 'default', true],
    ['default', 'default2', false],
    ['*', '', true],
    ['*', 'anything', true],
    ['web-*', 'web-', true],
    ['web-*', 'web-shop', true],
    ['web-*', 'webshop', false],
    ['*-prod', 'web-prod', true],
    ['*-prod', 'web-prod-2', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['team-*-*-x', 'team-a-b-x', true],
    ['team-*-*-x', 'team-a-x', false],
    ['a.c', 'abc', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });
});
