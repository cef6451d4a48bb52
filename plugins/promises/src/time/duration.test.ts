import { duration } from './duration';

describe('duration', () => {
  it.each([
    [-5, '0 ms'],
    [820, '820 ms'],
    [4200, '4.2 s'],
    [42_400, '42 s'],
    [185_000, '3 min 5 s'],
    [7_800_000, '2 h 10 min'],
  ])('says %d as "%s"', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });
});
