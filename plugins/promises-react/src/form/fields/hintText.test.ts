import { compileForm } from '@promissory/plugin-promises-common';
import { hintText } from './hintText';
import { valueText } from './valueText';

describe('hintText', () => {
  it('tells limits and default', () => {
    const { root } = compileForm({ type: 'integer', minimum: 1, maximum: 10 });
    expect(hintText(root, 3)).toMatch(/1 to 10\. Default: 3$/);
    expect(hintText(root, undefined)).not.toContain('Default');
  });

  it.each([
    ['small', 'small'],
    ['', '""'],
    [true, 'on'],
    [null, 'null'],
    [[], 'none'],
    [{}, 'none'],
    [['a', 'b'], 'a, b'],
    [[{ a: 1 }], '[{"a":1}]'],
    [{ a: 1 }, '{"a":1}'],
  ])('says %j as %s', (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});
