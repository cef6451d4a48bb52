import fc from 'fast-check';
import { lineDiff } from './lineDiff';

describe('lineDiff', () => {
  it('marks what was added and removed', () => {
    expect(lineDiff('a: 1\nb: 2\n', 'a: 1\nb: 3\n')).toEqual([
      { kind: 'same', text: 'a: 1' },
      { kind: 'removed', text: 'b: 2' },
      { kind: 'added', text: 'b: 3' },
    ]);
  });

  it('leaves out what is far from a change', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line${i}`);
    const diff = lineDiff(
      lines.join('\n'),
      [...lines.slice(0, 10), 'new', ...lines.slice(10)].join('\n'),
    );
    expect(diff[0].kind).toBe('gap');
    expect(diff.filter(line => line.kind === 'same')).toHaveLength(6);
  });

  it('is empty exactly where the texts are the same', () => {
    const text = fc
      .array(fc.constantFrom('a: 1', 'b: 2', '- c'), { maxLength: 6 })
      .map(lines => lines.map(line => `${line}\n`).join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(lineDiff(before, after).length === 0).toBe(before === after);
      }),
    );
  });
});
