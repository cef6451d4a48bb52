import { parseYaml } from './parseYaml';

describe('parseYaml', () => {
  it.each([
    ['a: 1', { a: 1 }],
    ['', undefined],
    ['# nothing', undefined],
    ['- x', ['x']],
    ['null', null],
  ])('reads %j', (text, value) => {
    expect(parseYaml(text)).toEqual({ value });
  });

  it.each(['a: [', 'a: 1\na: 2', 'a: *unknown', '\t- x', 'a: 1\n---\nb: 2'])(
    'says what is wrong with %j',
    text => {
      expect(parseYaml(text)).toMatchObject({
        message: expect.any(String),
        problems: [expect.anything()],
      });
    },
  );

  it('does not unfold a bomb of aliases', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
      .concat(
        [...'bcdefgh'].map(
          (name, index) =>
            `${name}: &${name} [${Array(10)
              .fill(`*${'abcdefg'[index]}`)
              .join(',')}]`,
        ),
      )
      .join('\n');
    expect(parseYaml(bomb)).toHaveProperty('message');
  });
});
