import { parseGoDuration } from './parseGoDuration';

describe('parseGoDuration', () => {
  it.each([
    ['0', 0],
    ['0s', 0],
    ['30s', 30_000],
    ['1m', 60_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['.5s', 500],
    ['250ms', 250],
    ['5us', 0.005],
    ['-2m', -120_000],
    ['+1s', 1_000],
  ])('reads %s', (text, milliseconds) => {
    expect(parseGoDuration(text)).toBe(milliseconds);
  });

  it.each(['', 'often', '10', '1d', 'h', '1h 30m', '--1s', '1s+1s', '.s'])(
    'does not read %j',
    text => {
      expect(parseGoDuration(text)).toBeUndefined();
    },
  );
});
