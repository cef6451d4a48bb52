import { expandVariables } from './expandVariables';

describe('expandVariables', () => {
  it.each([
    ['Kratix variables come first', [], { K: 'v' }],
    ['own ones win', [{ name: 'K', value: 'w' }], { K: 'w' }],
    [
      'earlier ones are seen',
      [{ name: 'A', value: 'x$(K)y' }],
      { K: 'v', A: 'xvy' },
    ],
    [
      'unknown ones stay',
      [{ name: 'A', value: '$(NOPE)' }],
      { K: 'v', A: '$(NOPE)' },
    ],
    [
      'later ones are not seen',
      [
        { name: 'A', value: '$(B)' },
        { name: 'B', value: '1' },
      ],
      { K: 'v', A: '$(B)', B: '1' },
    ],
    [
      'two dollars escape',
      [{ name: 'A', value: '$$(K)' }],
      { K: 'v', A: '$(K)' },
    ],
    [
      'templates are left alone',
      [{ name: 'A', value: '${{ spec.a }} $x' }],
      { K: 'v', A: '${{ spec.a }} $x' },
    ],
    ['no value is an empty one', [{ name: 'A' }], { K: 'v', A: '' }],
  ])('%s', (_, env, expected) => {
    expect(
      expandVariables([{ name: 'K', value: 'v' }], {
        name: 'c',
        image: 'i',
        env,
      }),
    ).toEqual(expected);
  });
});
